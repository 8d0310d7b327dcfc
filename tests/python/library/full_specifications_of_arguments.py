import inspect, functools
def deco(fn):
    @functools.wraps(fn)
    def w(*a, **k): return fn(*a, **k)
    return w
@deco
def f(x, y=1): pass
print(inspect.getfullargspec(f), inspect.signature(f), inspect.signature(f, follow_wrapped=False))
def ham(x, y): pass
ham.__wrapped__ = lambda a, b: 0
print(inspect.getfullargspec(ham))
m = functools.partial(ham, 1); print(inspect.getfullargspec(m))
class A:
    def meth(self, a, *, b): pass
    meth.__wrapped__ = ham
print(inspect.getfullargspec(A.meth), inspect.getfullargspec(A().meth), inspect.getfullargspec(A))
def f6(a, b, c): pass
for args in ((), (1,), (1, 2), (1, 2, 3, 4)):
    try: inspect.getcallargs(f6, *args)
    except TypeError as e: print(e)
try: inspect.getcallargs(f6, 1, 2, 3, d=4)
except TypeError as e: print(e)
try: inspect.getcallargs(f6, 1, a=4)
except TypeError as e: print(e)
import abc
class B(abc.ABC):
    @abc.abstractmethod
    def q(self): ...
print(inspect.isabstract(B), inspect.isroutine(print), inspect.isroutine(f6), inspect.isbuiltin(len), inspect.iscoroutine(1), inspect.isawaitable(1))
import types
@types.coroutine
def tc(): yield
print(inspect.iscoroutine(tc()), inspect.isgenerator(tc()), inspect.isawaitable(tc()))
print(inspect.signature(len), inspect.signature(sorted), inspect.signature(print), inspect.signature(int.from_bytes) if 0 else '')
class Cm:
    def __get__(self, o, t): return 5
class D: a = Cm(); b = property(lambda s: 1)
print(type(inspect.getattr_static(D(), 'a')).__name__, type(inspect.getattr_static(D(), 'b')).__name__, inspect.getattr_static(D(), 'zz', 'dflt'))
try: inspect.getattr_static(D(), 'zz')
except AttributeError as e: print(e)
