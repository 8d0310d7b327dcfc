from collections.abc import Sequence, Mapping, MutableSequence
class A:
    def __init__(s, *a): s.a = a
    def __len__(s): return len(s.a)
    def __getitem__(s, i): return s.a[i]
    def __iter__(s): return iter(s.a)
def m(x):
    match x:
        case [a, b]: return 'seq2', a, b
        case {'k': v}: return 'map', v
        case _: return None
print(m(A(1,2)))
Sequence.register(A)
print(m(A(1,2)), isinstance(A(), Sequence))
class B:
    def __init__(s, d): s.d = d
    def get(s, k, default=None): return s.d.get(k, default)
    def __getitem__(s, k): return s.d[k]
    def keys(s): return s.d.keys()
    def __len__(s): return len(s.d)
print(m(B({'k': 3})))
Mapping.register(B)
print(m(B({'k': 3})))
class B2(B): pass
print(m(B2({'k': 3})))
@Sequence.register
class D(A): pass
print(m(D(4,5)))
class Duck:
    @property
    def __class__(self): return int
print(isinstance(Duck(), int), isinstance(Duck(), Duck), isinstance(Duck(), str))
class FakeCls:
    def __init__(s, *b): s.b = b
    @property
    def __bases__(s): return s.b
f = FakeCls(); g = FakeCls(f)
print(issubclass(g, f), issubclass(f, g))
class Inst:
    def __init__(s, c): s.c = c
    @property
    def __class__(s): return s.c
print(isinstance(Inst(g), f), isinstance(Inst(f), g))
try: isinstance(1, FakeCls)
except TypeError as e: print(e)
try: isinstance(1, 5)
except TypeError as e: print(e)
try: issubclass(1, int)
except TypeError as e: print(e)
def f():
    match memoryview(b'ab'):
        case [x, y]: return x, y
print(f())
def g(v):
    match v:
        case [x, *y]: return 'seq', x, y
        case {'a': q}: return 'map', q
        case _: return 'no'
from collections import deque, UserList, UserDict, UserString, ChainMap, OrderedDict, Counter, defaultdict
import types
for v in (deque([1,2]), UserList([3]), UserDict(a=1), UserString('ab'), ChainMap({'a':2}), OrderedDict(a=3), Counter('a'), types.MappingProxyType({'a':1}), bytearray(b'x'), b'x', 'x', {1}, iter([1]), range(3)):
    print(type(v).__name__, g(v))
class Sequence:
    def __len__(s): return 1
    def __getitem__(s,i): return 5
print(g(Sequence()))


class Endless:
    @property
    def __bases__(self):
        return self, self, self


try:
    issubclass(Endless(), int)
except RecursionError as exc:
    print(type(exc).__name__)
