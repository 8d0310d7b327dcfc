"""Generators, coroutines, frames, tracebacks and code objects as values; what wrong classes are told."""
import sys
def t(f):
    try: print("OK", repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def gen():
    x = 1
    y = yield x
    z = yield from sub()
    return z
def sub():
    v = yield 'sub'
    return v
g = gen()
print(g.gi_running, g.gi_suspended, g.gi_yieldfrom, g.gi_code.co_name, g.gi_frame.f_lineno, g.__name__, g.__qualname__)
print(next(g), g.gi_suspended, g.gi_frame.f_lineno, g.gi_frame.f_locals)
print(g.send(5), g.gi_yieldfrom.__name__, g.gi_frame.f_lineno)
try: g.send(7)
except StopIteration as e: print(e.value)
print(g.gi_frame, g.gi_suspended)
class Aw:
    def __await__(self): 
        r = yield 'aw'
        return r
async def inner(): return await Aw()
async def outer(): return await inner()
c = outer()
print(c.cr_await, c.cr_running, c.cr_code.co_name, c.__qualname__)
print(c.send(None), c.cr_await.__name__, c.cr_await.cr_await, c.cr_frame.f_lineno)
try: c.send(3)
except StopIteration as e: print(e.value)
print(c.cr_frame, c.cr_await)
t(lambda: g.foo); t(lambda: setattr(g, 'x', 1)); t(lambda: setattr(g, '__name__', 5))
g = gen(); g.__name__ = "other"; print(g.__name__); 
def fr():
    a = 1
    try: 1/0
    except ZeroDivisionError as e:
        tb = e.__traceback__
        return tb.tb_frame.f_code.co_name, tb.tb_lineno, tb.tb_next, tb.tb_frame.f_globals is globals()
print(fr())
def l3(): raise ValueError("deep")
def l2(): l3()
def l1():
    try: l2()
    except ValueError as e: return e
e = l1(); tb = e.__traceback__; names = []
while tb: names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
print(names)
print(e.with_traceback(None) is e, e.__traceback__)
def co(a, b=2, /, c=3, *args, d, e=5, **kw): 
    loc = 1
    def nested(): return loc
    return nested
k = co.__code__
print(k.co_name, k.co_argcount, k.co_posonlyargcount, k.co_kwonlyargcount, k.co_varnames, k.co_cellvars, k.co_freevars, k.co_flags & 0xc, k.co_firstlineno)
n = co(1, d=4); print(n.__closure__[0].cell_contents, n.__code__.co_freevars, n())
async def agen():
    yield 1
a = agen(); print(a.ag_running, a.ag_code.co_name, a.__name__, a.ag_await)
t(lambda: [].append.__qualname__); t(lambda: list.append.__qualname__); t(lambda: len.__qualname__)
t(lambda: fr.__get__(5)); t(lambda: fr.__call__()); t(lambda: fr.__globals__ is globals()); t(lambda: fr.__closure__); t(lambda: fr.nope)
class C:
    def m(self, x): return self, x
    m.tag = 5
    @property
    def p(self): raise AttributeError("inner msg")
    def __getattr__(self, n): return "ga:" + n
c = C(); print(c.m.tag, c.p, c.q)
class D:
    @property
    def p(self): raise AttributeError("inner msg")
t(lambda: D().p)
class M(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, o): return o is int
    def __iter__(cls): return iter([1,2])
    def __len__(cls): return 7
    def __getitem__(cls, k): return k
    def __contains__(cls, k): return k == 1
    def __repr__(cls): return "M!"
    def __eq__(cls, o): return True
    def __hash__(cls): return 1
    def __bool__(cls): return False
    def __add__(cls, o): return ("add", o)
    def __call__(cls, *a): return ("called", a)
class X(metaclass=M): pass
print(isinstance(5, X), isinstance(6, X), issubclass(int, X), list(X), len(X), X['k'], 1 in X, X, X == 5, bool(X), X + 1, X(1,2))
class Abs:
    def __init_subclass__(cls, **k): print("sub", cls.__name__, k)
    def __class_getitem__(cls, i): return cls
class Sub(Abs[int], a=1): pass
class Mro:
    def __mro_entries__(self, bases): return (C,)
class UsesMro(Mro()): pass
print(UsesMro.__bases__, UsesMro.__orig_bases__[0].__class__.__name__)
print(type.__name__, type.__bases__, type(type), object.__bases__, type.__mro__)
class E(Exception):
    code = 5
    def __init__(self, msg, *, extra=None): super().__init__(msg); self.extra = extra
    def __str__(self): return f"{self.args[0]} [{self.extra}]"
try: raise E("m", extra=1)
except E as e: print(e, repr(e), e.code, e.extra)
class Multi(ValueError, KeyError): pass
t(lambda: str(Multi("a"))); t(lambda: Multi.__mro__)
try:
    class Bad(ValueError, OSError, StopIteration): pass
except TypeError as e: print(e)
class Res(OSError): pass
t(lambda: Res(2, "x").errno); t(lambda: Res(2,"x")); t(lambda: type(OSError(2,"x")))
class SI(StopIteration): pass
t(lambda: SI(4).value)
def fgen():
    yield 1
    raise StopIteration(5)
t(lambda: list(fgen()))
def rec(n): return rec(n+1)
t(lambda: rec(0))
class RR:
    def __repr__(self): return repr(self)
t(lambda: repr(RR()))
class BadRepr:
    def __repr__(self): return 5
    def __str__(self): return 5
    def __len__(self): return -1
    def __bool__(self): return 5
    def __hash__(self): return "x"
    def __iter__(self): return 5
    def __index__(self): return "x"
    def __init__(self): pass
b = BadRepr()
for f in [repr, str, len, bool, hash, iter, hex, print, lambda x: [1][x], lambda x: f"{x!r}", lambda x: list(x), lambda x: {x: 1}]: t(lambda: f(b))
class Call:
    __call__ = 5
t(lambda: Call()())
t(lambda: C.m(1)); t(lambda: C().m()); t(lambda: C().m(1, 2)); t(lambda: C().m(y=1)); t(lambda: C(5))
class NoIter: pass
t(lambda: [*NoIter()]); t(lambda: NoIter()[0]); t(lambda: len(NoIter())); t(lambda: NoIter() + 1); t(lambda: NoIter() < NoIter()); t(lambda: -NoIter()); t(lambda: 1 in NoIter()); t(lambda: setattr(NoIter(), 5, 1)); t(lambda: NoIter()()); t(lambda: exec("del NoIter()[0]")); t(lambda: exec("NoIter()[0]=1")); 
def w():
    with NoIter(): pass
t(w)
async def aw():
    async with NoIter(): pass
t(lambda: aw().send(None))
async def af():
    async for x in NoIter(): pass
t(lambda: af().send(None))
async def aa(): await 5
t(lambda: aa().send(None))
