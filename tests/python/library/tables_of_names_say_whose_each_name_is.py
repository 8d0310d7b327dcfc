import symtable
SRC='''
import os, sys as s
from a import *
from b import c
x: int = 1
G = 3
def outer(a, b=2, *args, k, **kw):
    "doc"
    global G
    G = 4
    n = 1
    def inner(y):
        nonlocal n
        n += y + a
        return lambda q: q + n + x
    return [i*a for i in range(b) if i > n], (j for j in args), {k: v for k, v in kw.items()}
class C(object):
    attr = 1
    __priv = 2
    def m(self): return __class__
    async def am(self): return super().am()
    @staticmethod
    def st(): return self.__priv
    z = [attr for _ in range(3)]
    gg = (attr for attr in [])
def gen[T: int, *Ts](t: T) -> T: yield t
class D[T](list[T]):
    def q[U](self, u: U): return T
type A[X] = list[X]
try: pass
except E as e: pass
with f() as g: print(g)
if (w := 5): pass
def comp():
    return [ww := q for q in x]
'''
def show(t, lev=0):
    p='  '*lev
    print(p, t, t.get_type(), t.get_name(), t.get_lineno(), t.is_optimized(), t.is_nested(), t.has_children(), sorted(t.get_identifiers()))
    for s in t.get_symbols():
        print(p,'  ', s, *[n[3:] for n in dir(s) if n.startswith('is_') and getattr(s,n)()], [x.get_name() for x in s.get_namespaces()])
    for n in ('get_parameters','get_locals','get_globals','get_nonlocals','get_frees','get_methods'):
        if hasattr(t,n): print(p, '  ', n, getattr(t,n)())
    for c in t.get_children(): show(c, lev+1)
show(symtable.symtable(SRC,'f.py','exec'))
show(symtable.symtable('a+b','f.py','eval'))
show(symtable.symtable('z=1','f.py','single'))
for bad in ('def f(:', 'def f(a,a): pass', 'def f():\n global x\n nonlocal x'):
    try: symtable.symtable(bad,'q.py','exec')
    except SyntaxError as e: print(e, e.filename, e.lineno)
t=symtable.symtable('x=1\ndef f(): pass\ndef f(): pass','q','exec')
for n in 'xf':
    try: print(t.lookup(n).get_namespace())
    except ValueError as e: print(e)
try: t.lookup('nope')
except KeyError as e: print(repr(e))
print(symtable.__all__, t.get_children()[0].get_type() == 'function', t.lookup('x') is t.lookup('x'), repr(t.get_type()))
