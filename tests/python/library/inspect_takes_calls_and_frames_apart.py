import codecs
import inspect, sys
class A:
    """doc"""
    x = 1
    @property
    def p(self): return 5
    def m(self, a, b=2, *c, d, e=5, **f): return a
    def __getattr__(self, n): return n
a = A()
print(inspect.getattr_static(a, 'p'), inspect.getattr_static(a, 'zz', 'dflt'), sorted(inspect.getcallargs(a.m, 1, d=3, z=9)), inspect.getfullargspec(A.m))
g = 10
def outer():
    y = 2
    def inner(): return y + g + len([]) + undefined
    return inner
print(inspect.getclosurevars(outer()))
def f(a, *b, **c):
    fr = inspect.currentframe()
    print(inspect.getargvalues(fr)[:3], inspect.stack()[0].function, inspect.getouterframes(fr)[1].lineno)
f(1, 2, k=3)
def gen():
    z = 1
    yield z
q = gen(); next(q); print(inspect.getgeneratorlocals(q), inspect.getgeneratorstate(q))
async def co(): pass
c = co(); print(inspect.getcoroutinelocals(c), inspect.getcoroutinestate(c)); c.close()
try: 1/0
except ZeroDivisionError: print(inspect.trace()[0].lineno, inspect.trace()[0].code_context)
print(inspect.getmodulename('/a/b.py'), inspect.getcomments(f), inspect.isgetsetdescriptor(1))
try: a.m()
except TypeError as e: print(e)
try: inspect.getcallargs(a.m)
except TypeError as e: print(e)
print(inspect.signature(A.m), inspect.signature(a.m), inspect.signature(lambda x, /, y: 0))
print(inspect.getsource(gen))


def annotated(a: int, b=2) -> bool: pass
print(inspect.getfullargspec(annotated), codecs.lookup('utf8').name, codecs.lookup('latin-1').name)
