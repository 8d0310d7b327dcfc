from __future__ import annotations
import typing, copy, pickle
from typing import *
T = TypeVar('T'); U = TypeVar('U')
class A(Generic[T]): pass
class B(Generic[T]): pass
class C(A[T], Generic[U, T], B[U]): pass
print(C.__mro__, C.__parameters__)
class Pair[X](NamedTuple):
    a: X
    b: list[X] = []
    def total(self): return 1
print(Pair(1), Pair[int], Pair.__mro__, Pair._fields, Pair[int](1, [2]).total())
def f[Y](x: Y, z: list[Y]) -> Y: pass
print(get_type_hints(f))
class K[Z]:
    v: Z
    def m[W](self, a: Z, b: W): pass
print(get_type_hints(K))
print(get_type_hints(int), get_type_hints(type))
class M(type):
    q: int
print(get_type_hints(M))
print(copy.copy(T) is T, copy.deepcopy(T) is T, pickle.loads(pickle.dumps(T)) is T)
N = NamedTuple('N', [('x', int)]); print(N.__annotations__)
TD = TypedDict('TD', {'x': int}); print(TD(x=1))
UserId = NewType('UserId', int); print(pickle.loads(pickle.dumps(UserId)) is UserId, UserId.__supertype__, UserId.__name__, UserId)
print(copy.copy(Union[int, T]) == Union[int, T], copy.deepcopy(List[int]) == List[int], pickle.loads(pickle.dumps(Dict[str, List[int]])), pickle.loads(pickle.dumps(Optional[int])))
print(Literal[int] if 0 else 1)
import inspect
class D:
    "doc"
    x = 1
    def __init__(self, a, b=2): self.a = a
    @property
    def p(self): "pdoc"; return 1
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
    async def co(self): pass
    def g(self): yield
for n, v in inspect.getmembers(D, lambda v: not n_d(v)) if 0 else [(n, v) for n, v in inspect.getmembers(D) if not n.startswith('__')]:
    print(n, type(v).__name__, inspect.isfunction(v), inspect.ismethod(v), inspect.iscoroutinefunction(v), inspect.isgeneratorfunction(v), inspect.isdatadescriptor(v), inspect.isroutine(v))
print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(D) if not a.name.startswith('__')])
print(inspect.getdoc(D.p), inspect.isabstract(D), inspect.getmro(D), inspect.getmodule(D).__name__)
def closure():
    y = 3
    def inner(z): return y + z + len([]) 
    return inner
print(inspect.getclosurevars(closure()))
print(inspect.currentframe().f_lineno, inspect.stack()[0].function, inspect.getsourcelines(closure)[1], inspect.getfile(D)[-5:], inspect.cleandoc('  a\n    b\n  c'))
print(inspect.getcallargs(D.__init__, None, 1), inspect.unwrap(f) is f, inspect.getcomments(closure))
gg = D(1).g(); print(inspect.getgeneratorstate(gg)); next(gg); print(inspect.getgeneratorstate(gg))
