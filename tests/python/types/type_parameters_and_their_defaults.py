"""Defaults of type parameters, starred bases of generic classes, aliases of built-in classes with type variables."""
import typing
from typing import *
def g[T = int](x: T) -> T: return x
T = g.__type_params__[0]
print(T, T.__default__, T.has_default(), T.__bound__)
class Box[T: (int, str) = int, **P = [int, str]]:
    pass
for p in Box.__type_params__:
    print(p, p.__default__, p.has_default(), type(p))
type A[T = list[later]] = dict[str, T]
print(A.__type_params__[0].has_default())
try: print(A.__type_params__[0].__default__)
except NameError as e: print(e)
later = int
print(A.__type_params__[0].__default__)
print(Box.__parameters__, Box.__orig_bases__)
class Q[T, U = T]: ...
print(Q[int])
U = Q.__type_params__[1]
print(U.__default__ is Q.__type_params__[0])
try: exec("def f[T = int, U](): pass")
except SyntaxError as e: print(e)
class M(type):
    def __new__(m, n, b, d, **k): print(n, k); return super().__new__(m, n, b, d)
class V[*Ts = *tuple[int, str]]: pass
p = V.__type_params__[0]; print(p, p.__default__, p.has_default(), type(p))
bases = (dict,)
kw = {"metaclass": M}
class X[T](*bases, **kw): pass
print(X.__mro__, X.__orig_bases__)
class Y[T](list[T], a=1, **kw): pass
print(Y.__mro__, Y.__orig_bases__)
P1 = ParamSpec("P1", default=[int])
print(P1.has_default(), P1.__default__, TypeVarTuple("X").has_default(), TypeVar("V", default=None).__default__, TypeVar("V").__default__)
def outer():
    z = 5
    class K[T = z]:
        w: T
    return K.__type_params__[0].__default__
print(outer())
T = TypeVar("T"); K = TypeVar("K")
Pair = tuple[T, T]
print(Pair, Pair.__parameters__, Pair[int], dict[K, list[T]][str, int], list[int].__parameters__)
try: Pair[int, str]
except TypeError as e: print(e)
try: list[int][str]
except TypeError as e: print(e)
class Stack(list[T]): pass
print(Stack.__parameters__ if hasattr(Stack, '__parameters__') else None, Stack.__orig_bases__)
class Repo(Generic[K, T]): pass
class Users(Repo[str, T]): pass
print(Users.__parameters__, Users[int], Repo[str, T][int])
try: Repo[int]
except TypeError as e: print(e)
def f(*args: *tuple[int, str]): ...
print(f.__annotations__, *tuple[int, str], next(iter(tuple[int])).__unpacked__)
print(List[T][int], Dict[str, T].__parameters__, Callable[[T], K][int, str], Optional[T][int], Union[T, K][int, str])
