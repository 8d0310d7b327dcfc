from functools import *
import functools, collections.abc as c
@singledispatch
def g(x): return 'base'
g.register(c.Sized, lambda x: 'sized'); g.register(c.Set, lambda x: 'set'); g.register(c.Sequence, lambda x: 'seq'); g.register(c.Mapping, lambda x: 'map')
class P(c.MutableMapping):
    def __getitem__(s,k): pass
    def __setitem__(s,k,v): pass
    def __delitem__(s,k): pass
    def __iter__(s): pass
    def __len__(s): return 0
for v in ([], (), {}, set(), frozenset(), 'x', b'x', 1, P(), {}.keys(), {}.values(), {}.items(), range(3)): print(type(v).__name__, g(v))
class Q: pass
c.Iterable.register(Q); c.Container.register(Q)
@singledispatch
def h(x): return 'base'
h.register(c.Iterable, lambda x: 'it'); h.register(c.Container, lambda x: 'cont')
try: print(h(Q()))
except RuntimeError as e: print(e)
print(h.dispatch(int)(1), h.registry.keys())
class O(c.Iterable):
    def __iter__(self): return iter(())
c.Sized.register(O)
g.register(c.Iterable, lambda x: 'iterable'); print(g(O()))
class M:
    m = partial(print, 'a')
    def f(self): pass
M.m(1)
M().m(2)
print(repr(partial(int, base=2)), partial(int, base=2)('101'))
class S:
    __slots__ = ()
    @cached_property
    def p(self): return 1
try: S().p
except TypeError as e: print(e)
class Meta(type):
    @cached_property
    def p(self): return 1
class X(metaclass=Meta): pass
try: X.p
except TypeError as e: print(e)
for t in (int, type, object, list):
    try: print(t.__annotations__)
    except AttributeError as e: print(e)
from collections import deque
class D(deque):
    __slots__ = ('x', '__dict__')
d = D([1]); d.y = 4; print(d, d.__dict__)
class L(list):
    __slots__ = ('x', '__dict__')
l = L([1]); l.y = 2; print(l.__dict__)
import warnings
warnings.simplefilter('always')
class I:
    def __int__(self): return True
print(int(I()))
class F:
    def __float__(self): return FF(2)
class FF(float): pass
print(float(F()))
