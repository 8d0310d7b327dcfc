"""A property's docstring where there is no room for it, marks of abstract methods that cannot be judged; closures without builtins."""
import inspect


def tell(call):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


class Slotted(property):
    __slots__ = ('extra',)


def documented(self):
    """A getter."""


def plain(self):
    pass


tell(lambda: Slotted(documented))
tell(lambda: Slotted(plain).__doc__)
tell(lambda: Slotted(doc='text').__doc__)


class Unsure:
    def __bool__(self):
        raise ValueError('no answer')


for mark in True, 0, [], 'x', Unsure():
    plain.__isabstractmethod__ = mark
    for kind in property, classmethod, staticmethod:
        tell(lambda: kind(plain).__isabstractmethod__)

names = {}
exec('def f(): print(path)', names)
names.pop('__builtins__')
print(inspect.getclosurevars(names['f']) == inspect.ClosureVars({}, {}, {'print': print}, {'path'}))
for kind in 'double', 'chicken', 1:
    tell(lambda: float.__getformat__(kind))
