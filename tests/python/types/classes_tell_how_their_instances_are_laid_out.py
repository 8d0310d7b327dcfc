"""__basicsize__, __itemsize__, __dictoffset__, __weakrefoffset__ and __flags__, of built-in classes and of the program's."""
from abc import ABC, abstractmethod
from collections import OrderedDict, deque


def told(cls):
    print(cls.__name__, cls.__basicsize__, cls.__itemsize__, cls.__dictoffset__, cls.__weakrefoffset__, hex(cls.__flags__))


for cls in (int, bool, str, bytes, bytearray, list, tuple, dict, set, frozenset, float, complex, object, type, range, slice, property,
            staticmethod, type(None), type(len), type(told), memoryview, super, zip, deque, OrderedDict,
            Exception, KeyError, OSError, FileNotFoundError, UnicodeDecodeError, SyntaxError, StopIteration, ImportError):
    told(cls)


class Plain: pass
class Empty: __slots__ = ()
class Two: __slots__ = 'a', 'b'
class WithDict: __slots__ = 'a', '__dict__'
class WithWeak: __slots__ = ['a', '__weakref__']
class Whole(int): pass
class Items(list): __slots__ = 'x',
class Below(Plain): __slots__ = 'x',
class Error(Exception): pass
class Mapping(dict): pass
class Pair(tuple): pass
class Meta(type): pass
class Both(Empty, Plain): __slots__ = ()
class Abstract(ABC):
    @abstractmethod
    def run(self): pass


for cls in (Plain, Empty, Two, WithDict, WithWeak, Whole, Items, Below, Error, Mapping, Pair, Meta, Both, Abstract):
    told(cls)
print(bool(Abstract.__flags__ & 1 << 20), all(cls.__flags__ & 1 << 14 for cls in (list, dict, Plain)), int.__flags__ & 1 << 14)
try:
    Plain.__basicsize__ = 3
except AttributeError as e:
    print(e)
print(bytearray(b'abc').__alloc__(), bytearray().__alloc__())
