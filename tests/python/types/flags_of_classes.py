import abc
import asyncio
import collections
import collections.abc
import enum
import threading
import types

NAMES = {2: 'inline values', 3: 'weak references', 4: 'dict', 5: 'sequence', 6: 'mapping', 7: 'not made', 8: 'immutable', 9: 'heap',
         10: 'base', 11: 'vector call', 12: 'ready', 14: 'collected', 17: 'method', 20: 'abstract', 22: 'matches itself',
         23: 'items at end', 24: 'int', 25: 'list', 26: 'tuple', 27: 'bytes', 28: 'str', 29: 'dict', 30: 'exception', 31: 'type'}


class Plain: pass
class Derived(Plain): pass
class Slots: __slots__ = 'a',
class Weak: __slots__ = 'a', '__weakref__'
class WithDict: __slots__ = '__dict__',
class BelowSlots(Slots): pass
class List(list): pass
class Dict(dict): __slots__ = ()
class Error(Exception): pass
class Meta(type): pass
class Int(int): pass
class Tuple(tuple): pass
class Str(str): pass
class Both(Plain, list): pass
class Sequence(collections.abc.Sequence): __getitem__ = __len__ = None
class AlsoSequence(Plain, Sequence): pass
class Abstract(abc.ABC):
    @abc.abstractmethod
    def method(self): ...
class Concrete(Abstract):
    def method(self): ...


for cls in (Plain, Derived, Slots, Weak, WithDict, BelowSlots, List, Dict, Error, Meta, Int, Tuple, Str, Both, Sequence, AlsoSequence, Abstract,
            Concrete, asyncio.Queue, threading.Thread, enum.Enum, collections.abc.Mapping, object, type, int, bool, float, complex,
            str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, type(None), BaseException, ValueError,
            types.FunctionType, types.MethodType, types.BuiltinFunctionType, types.GeneratorType, types.CodeType, types.ModuleType,
            types.MappingProxyType, property, classmethod, super, enumerate, zip, types.CellType, type({}.keys()), type(iter([])),
            types.MethodDescriptorType, types.GetSetDescriptorType):
    print(cls.__name__, [name for bit, name in NAMES.items() if cls.__flags__ >> bit & 1])
told = type.__dict__['__flags__']
print(told, told.__get__(Plain) == Plain.__flags__, hasattr(1, '__flags__'))
try:
    Plain.__flags__ = 1
except AttributeError as error:
    print(error)
