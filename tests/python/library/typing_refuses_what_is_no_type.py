"""What typing refuses in brackets and as bases, and what it warns of."""
import typing, collections.abc, pickle
from typing import *
def show(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
T=TypeVar('T'); S=TypeVar('S'); P=ParamSpec('P'); Ts=TypeVarTuple('Ts')
class A(Generic[T]): pass
class B(Generic[*Ts]): pass
class C(Generic[P]): pass
show(lambda: A[ClassVar[int]])
show(lambda: List[ClassVar[int]])
show(lambda: List[T][Final[int]])
show(lambda: List[T][Union])
show(lambda: A[T][(1,2)])
show(lambda: Union[(int, (1,2))])
show(lambda: Optional[()])
show(lambda: B[*tuple[int, str]])
show(lambda: B[*tuple[int, ...]])
show(lambda: B[int, *Ts][*tuple[str, bool]])
show(lambda: C[[int, str], bool])
show(lambda: C[int, str])
show(lambda: C[int])
show(lambda: C[P][42])
show(lambda: Callable[P, T][42, str])
show(lambda: Callable[P, T][[int], str])
show(lambda: Annotated[*Ts, 1])
show(lambda: Generic[T][int])
show(lambda: Protocol[T][int])
show(lambda: B[int, *Ts][Unpack[list[int]]])
show(lambda: issubclass(List, Sequence))
show(lambda: issubclass(list, List[int]))
show(lambda: issubclass(List[int], List))
print(pickle.loads(pickle.dumps(Optional[Any])) is Optional[Any])
class Walks(collections.abc.Iterable, Protocol):
    size: int
    def walk(self): ...
print(isinstance(5, collections.abc.Iterable), issubclass(int, collections.abc.Iterable), isinstance([], collections.abc.Iterable))
show(lambda: isinstance(5, Walks))
def bad():
    class Q(collections.abc.Mapping, Protocol): pass
show(bad)
def bad():
    class Q(Protocol[T], Protocol[S]): pass
show(bad)
class M: pass
class D:
    M: 'M'
    z: 'Final[int]' = 3
    w: Annotated['ClassVar[int]', 5]
print(get_type_hints(D), get_type_hints(D, include_extras=True))
def f(*args: *tuple[int, str]): pass
print(get_type_hints(f))
print(isinstance(b'', typing.ByteString))
print(isinstance(b'', collections.abc.ByteString))
class BS(collections.abc.ByteString): pass
class NT(NamedTuple):
    x: int
show(lambda: TypeVar('Z', bound=(1,2)))
show(lambda: ClassVar[(int, str)])
show(lambda: Type[(int, str)])
show(lambda: Dict[int, (1,2)])
