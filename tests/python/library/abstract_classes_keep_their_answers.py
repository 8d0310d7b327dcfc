"""An abstract class asks its __subclasshook__ once for each class, until something is registered."""
from abc import ABC, ABCMeta, abstractmethod
from collections.abc import *
class H(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        print('hook', cls.__name__, C.__name__)
        return True if hasattr(C, 'quack') else NotImplemented
class D:
    quack = 1
class E: pass
for _ in range(2):
    print(isinstance(D(), H), isinstance(E(), H), issubclass(E, H), issubclass(D, H))
class F: pass
H.register(F)
print(isinstance(E(), H), isinstance(F(), H), isinstance(F(), H))
class Bad(ABC):
    @classmethod
    def __subclasshook__(cls, C): return 1
try: issubclass(int, Bad)
except AssertionError as e: print('AE', e)
class M(ABCMeta):
    def __subclasscheck__(cls, C):
        print('check', cls.__name__, C.__name__); return super().__subclasscheck__(C)
class N(metaclass=M): pass
print(isinstance(3, N), isinstance(3, N), issubclass(int, N), issubclass(int, N))
class Proxy:
    @property
    def __class__(self): return dict
print(isinstance(Proxy(), Mapping), isinstance(Proxy(), Sequence))
for x in ({}, [], 'a', 1, (), set(), iter([]), (i for i in []), range(3), b'', D(), None, int, len, {}.keys()):
    print(type(x).__name__, [c.__name__ for c in (Mapping, MutableMapping, Sequence, MutableSequence, Set, Iterable, Iterator, Hashable, Sized, Callable, Container, Generator, Reversible, KeysView) if isinstance(x, c)], [issubclass(type(x), c) for c in (Mapping, Iterable)])
class X:
    def __iter__(self): return iter([])
print(isinstance(X(), Iterable)); X.__iter__ = None; print(isinstance(X(), Iterable))
class Y:
    pass
print(isinstance(Y(), Iterable)); Y.__iter__ = lambda s: iter([]); print(isinstance(Y(), Iterable)); Iterable.register(E); print(isinstance(Y(), Iterable), isinstance(E(), Iterable))
try: issubclass(3, Mapping)
except TypeError as e: print(e)
