"""What typing's forms are called, and what protocols, typed dicts and type parameters say of themselves."""
import contextlib
import pickle
import typing
from typing import *

for form in (Union[int, float], Optional[int], List[int], Callable[[int], str], Literal[1], List, Optional, Any):
    print(form.__name__, type(form).__name__)


class Managing(contextlib.AbstractContextManager, Protocol):
    def extra(self): ...


@runtime_checkable
class HasX(Protocol):
    x: int


class Slots:
    __slots__ = ("x",)


class Dynamic:
    def __getattr__(self, name):
        return 5


class Raising:
    @property
    def x(self):
        raise RuntimeError("never asked")


print([c.__name__ for c in Managing.__mro__])
print([isinstance(kind(), HasX) for kind in (Slots, Dynamic, Raising)])
print(isinstance(3, Protocol), issubclass(int, Protocol), issubclass(HasX, Protocol))
print(isinstance(3, SupportsAbs), isinstance("3", SupportsRound), SupportsRound.__parameters__)


@dataclass_transform(kw_only_default=True, extra=1)
def decorator(cls):
    return cls


print(decorator.__dataclass_transform__)

T = TypeVar("T")
K = TypeVar("K", default=int)
P = ParamSpec("P")


class Movie(TypedDict):
    name: str
    year: NotRequired[int]
    key: ReadOnly[Annotated[Required[int], "id"]]


class Rated(Movie, total=False):
    stars: int
    year: Required[int]


class Box(TypedDict, Generic[T]):
    content: T


for kind in Movie, Rated, Box:
    print(kind.__name__, sorted(kind.__required_keys__), sorted(kind.__optional_keys__),
          sorted(kind.__readonly_keys__), sorted(kind.__mutable_keys__))
print(Box.__bases__, Box[int], Box(content=1), Box.__parameters__)
try:
    class Frozen(Movie):
        name: ReadOnly[str]
except TypeError as e:
    print(e)


class Pair(Generic[T, K]):
    pass


try:
    Pair[()]
except TypeError as e:
    print(e)
for kind in TypeVar, ParamSpec, TypeVarTuple:
    try:
        type("Own", (kind,), {})
    except TypeError as e:
        print(e)
print(get_origin(P.args), get_origin(P.kwargs))
print(pickle.loads(pickle.dumps(list[int])), pickle.loads(pickle.dumps(dict[str, list[int]])))
