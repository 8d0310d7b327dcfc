# What native code makes of a method's value, whatever kind of callable the method is.
import traceback


class Called:
    def __init__(self, value): self.value = value
    def __call__(self, *args): return self.value


def attempt(what):
    try:
        print(repr(what()))
    except Exception as e:
        print(type(e).__name__, e, [f.name for f in traceback.extract_tb(e.__traceback__)])


class Text(str):
    def __init__(self, *given): print('Text made of', [type(g).__name__ for g in given])


def kinds(value):
    yield 'function', lambda self, *args: value
    yield 'object', Called(value)
    yield 'static', staticmethod(lambda *args: value)
    yield 'class', classmethod(lambda cls, *args: value)


for name, use, values in [
    ('__bool__', bool, [True, 0]),
    ('__bool__', lambda x: 1 if x else 2, [False, None]),
    ('__bool__', lambda x: not x, [True, 'x']),
    ('__len__', len, [3, -1, 'x', 1 << 70]),
    ('__len__', bool, [3, 0, -1]),
    ('__contains__', lambda x: 1 in x, [[], [0]]),
    ('__str__', str, ['s', Text('t'), 5]),
    ('__repr__', repr, ['s', None]),
    ('__format__', '{0:>5}'.format, ['s', 1]),
    ('__format__', lambda x: f'{x:q}', ['s', 1]),
    ('__iter__', list, [iter([1]), 4]),
    ('__int__', int, [7, 'x']),
    ('__float__', float, [7.5, 'x']),
    ('__eq__', lambda x: x == 1, ['yes', NotImplemented]),
    ('__eq__', lambda x: x != 1, ['yes', [], NotImplemented]),
    ('__lt__', lambda x: x < 1, ['yes', NotImplemented]),
    ('__add__', lambda x: x + 1, ['sum', NotImplemented]),
]:
    for value in values:
        for kind, method in kinds(value):
            made = type('Made', (), {name: method})()
            print(name, kind, end=' ')
            attempt(lambda: use(made))


class Meta(type):
    def __instancecheck__(cls, x): return [x]
    def __subclasscheck__(cls, x): return ''


class Checked(metaclass=Meta): pass


attempt(lambda: (isinstance(1, Checked), isinstance(1, (str, Checked)), issubclass(int, Checked)))


class New:
    def __new__(cls, *args): return object.__new__(cls) if args else 5
    def __init__(self, *args): print('init', args)


attempt(lambda: New())
attempt(lambda: type(New(1)))


class Wrong:
    def __new__(cls): return object.__new__(cls)
    def __init__(self): return 3


attempt(Wrong)
