# What CPython's own tests ask of built-in types: identities, what changes meanwhile, names that are no text.
import operator
import sys
import types
import warnings


class Text(str):
    pass


class Shown:
    def __init__(self, shown):
        self.shown = shown

    def __repr__(self):
        return self.shown


for shown in Text('<a>'), '<é>', Text('<é>'), b'x':
    try:
        print(ascii(Shown(shown)), type(ascii(Shown(shown))))
    except TypeError as error:
        print(error)
number = complex(1, 2)
print(complex(number) is number, complex(number, 0) is number)


class Float(float):
    pass


nan = Float('nan')
print(hash(nan) == object.__hash__(nan))


class Clears:
    def __hash__(self):
        return 0

    def __eq__(self, other):
        source.clear()
        return False


source = {n: 0 for n in range(1, 40)}
source[Clears()] = 0
target = {Clears(): 0, 1: 1}
try:
    target.update(source)
except RuntimeError as error:
    print(error)


class Shrinks:
    lengths = [10, 10, 5]

    def __len__(self):
        return self.lengths.pop(0)

    def __getitem__(self, index):
        return index


backwards = reversed(Shrinks())
print(operator.length_hint(backwards), operator.length_hint(backwards))
try:
    print(operator.length_hint(backwards))
except IndexError as error:
    print(error)

array = bytearray(b',')


def clearing():
    yield b'a'
    array.clear()
    yield b'b'


try:
    array.join(clearing())
except BufferError as error:
    print(error, array)

for name in 'A\udcdcB', 'A\0B':
    for act in lambda: type(name, (), {}), lambda: setattr(Text, '__name__', name):
        try:
            act()
        except ValueError as error:
            print(type(error).__name__, error)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    type('Keyed', (), {1: 2})
    print(eval('~True'), [(w.category.__name__, str(w.message)[:60]) for w in caught])


class Module(types.ModuleType):
    pass


try:
    Module('m').__dict__ = {}
except AttributeError as error:
    print(error)


class Sized:
    @property
    def __sizeof__(self):
        return lambda: 100


print(sys.getsizeof(Sized()) > 100)


def function(cls, arg) -> int:
    "its text"


for kind in classmethod, staticmethod:
    wrapper = kind(function)
    print(wrapper.__dict__)
    wrapper.x = 42
    print(wrapper.x, list(wrapper.__dict__)[-1])
    del wrapper.x
    print(hasattr(wrapper, 'x'))


class Undirected(types.ModuleType):
    __dict__ = 8


try:
    dir(Undirected('m'))
except TypeError as error:
    print(error)
try:
    type('Told', (), {'__doc__': 'x\udcdcy'})
except UnicodeEncodeError as error:
    print(error)
namespace = {'__builtins__': {'__import__': lambda *args: (args[0], args[1] is namespace, args[2] is namespace, *args[3:])}}
exec('import a.b\ndef f():\n    import c\n    return c', namespace)
namespace['__builtins__']['__import__'] = lambda *args: (args[0], args[1] is namespace, args[2], *args[3:])
print(namespace['a'], namespace['f']())
