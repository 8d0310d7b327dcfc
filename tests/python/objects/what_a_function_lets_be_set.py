import types
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
def f(a, b=2, *, c=3): return a, b, c
def g(a, b=5, *, c=7): return 'g', a, b, c
def outer(x):
    def inner(): return x
    return inner
def outer2(x):
    def inner2(): return ('two', x)
    return inner2
h = outer(3)
def sc(o, n, v):
    def go(): setattr(o, n, v); return getattr(o, n)
    return go
t(sc(f,'__code__',3)); t(lambda: sc(h,'__code__',f.__code__)()); t(lambda: sc(f,'__code__',h.__code__)()); f.__code__ = f.__code__; t(sc(f,'__code__',None))
for n in ('__closure__','__globals__','__builtins__'):
    t(sc(f,n,None))
for n in ('__defaults__','__kwdefaults__','__name__','__qualname__','__doc__','__module__','__annotations__','__dict__','__type_params__','__wrapped__'):
    for v in (None, 3, (1,2), {'c':9}, 'zz', [1]):
        t(sc(f,n,v))
    t(lambda: f(1))
def de(o,n):
    def go(): delattr(o,n); return getattr(o,n,'gone')
    return go
def f(a, b=2, *, c=3): "doc"; return a, b, c
for n in ('__code__','__closure__','__globals__','__builtins__','__defaults__','__kwdefaults__','__name__','__qualname__','__doc__','__module__','__annotations__','__dict__','__type_params__','nope'):
    t(de(f,n))
t(lambda: f(1))
t(lambda: f(1, 2))
t(lambda: f(1, 2, c=4))
class A:
    def m(self): return 'm'
t(sc(A().m,'__code__',1)); t(sc(A().m,'__defaults__',1))
t(lambda: h.__closure__[0].cell_contents)
t(sc(len,'__code__',1)); t(lambda: len.__code__)
