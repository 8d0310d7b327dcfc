import functools
import inspect
import types

# above
# the function


def one_line(m): return m and \
    m


pair = [
    lambda a: (a,
               1),
    2,
]
lined = lambda g: g and \
    g


class Shop:
    """Sells."""
    __slots__ = {'price': 'in euros'}

    # before open
    def open(self):
        return 1
        # end of open
       # after open

    @property
    def name(self):
        "Who sells."

    @classmethod
    def make(cls): pass

    @staticmethod
    def help(a, b=2): pass


class Corner(Shop):
    @property
    def name(self): pass

    def open(self): pass


for thing in one_line, pair[0], lined, Shop.open, Shop.make, Corner.open:
    print(inspect.getsource(thing), end='--\n')
print(repr(inspect.getcomments(one_line)), repr(inspect.getcomments(Shop.open)), inspect.getcomments(Corner))
print(inspect.getdoc(Shop.price), inspect.getdoc(Corner.name), inspect.getdoc(Corner))
print(Shop.price.__objclass__.__name__, Shop.price.__name__)

made = type('Made', (), {'__module__': '__main__'})
for wrong in made, compile('1', '/nowhere/x.py', 'exec'), 5:
    try:
        inspect.getsource(wrong)
    except (OSError, TypeError) as e:
        print(type(e).__name__, e)


class Late:
    def __get__(self, obj, cls): return 'got'
    def __set__(self, obj, value): pass


class Meta(type):
    shared = 'of the metaclass'

    def __getattr__(cls, name):
        if name == 'virtual':
            return 42
        raise AttributeError(name)


class Holder(metaclass=Meta):
    late = Late()

    def __init__(self):
        self.__dict__['late'] = 'own'
        self.plain = 1

    def __getattr__(self, name):
        return 'made up'


holder = Holder()
print(type(inspect.getattr_static(holder, 'late')).__name__, inspect.getattr_static(holder, 'plain'))
print(inspect.getattr_static(holder, 'nothing', 'default'), inspect.getattr_static(Holder, 'shared'))
kinds = {a.name: (a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Corner)}
for name in 'open', 'name', 'make', 'help', 'price', '__init__', '__new__', '__init_subclass__', '__doc__':
    print(name, kinds[name])


class Doubled:
    attr = 1

    def __dir__(self):
        return ['attr', 'attr', 'gone']


print(inspect.getmembers(Doubled()))


class Called(type):
    def __call__(cls, one, *, two=2): pass


class Both:
    def __new__(cls, *args, **kwargs): pass
    def __init__(self, a, b): pass


class Child(Both):
    def __init__(self, c): pass


class Caller:
    def __call__(self, x, /, y): pass

    def method(self, a, b, c=3): pass

    part = functools.partialmethod(method, 1, c=5)


def texted(*args): pass


texted.__text_signature__ = '($self, a, b=1 | 2, *, c)'


class Told:
    __signature__ = '(x, y=0)'

    def __init__(self, *args): pass


for thing in (Called('K', (), {}), Both, Child, Caller(), Caller.part, Caller().part, texted, Told,
              functools.partial(one_line), functools.partial(Caller.method, 1, b=2), object, type('E', (), {})):
    print(getattr(thing, '__name__', type(thing).__name__), inspect.signature(thing))
for wrong in functools.partial(one_line, 1, 2), type('T', (type,), {}), int:
    try:
        print(inspect.signature(wrong))
    except ValueError as e:
        print(str(e).split(' at 0x')[0])
print(inspect.formatannotation(types.GenericAlias(list, int)), inspect.getmodule(one_line) is inspect.getmodule(Shop))
namespace = {'__builtins__': {'print': print, 'spare': 1}}
exec('def f(): spare; other', namespace)
print(inspect.getclosurevars(namespace['f']))
