"""What typing's forms refuse, what the union of an alias is, and how text within hints is evaluated."""
import warnings
from typing import *

type Plain = int
type Items[T] = list[T]
print(Plain | None, None | Plain, type(Plain | str), Optional[Plain], Items[int] | None)
T = TypeVar("T")
K = TypeVar("K")
P = ParamSpec("P")
Id = NewType("Id", int)


def attempt(function):
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: List[Union])
attempt(lambda: Optional[Optional])
attempt(lambda: List[Generic])
attempt(lambda: List[ClassVar[int]])
attempt(lambda: ClassVar[ClassVar[int]])
attempt(lambda: Required[int, str])
attempt(lambda: Literal[int, None, "a"])
attempt(lambda: list(Union[int, str]))
attempt(lambda: setattr(Plain, "__value__", 1))
attempt(lambda: TypeVar("X", covariant=True, infer_variance=True))
for bases in ((Id,), (P,), (Generic[T], Generic[K])):
    def make(bases=bases):
        class Made(*bases):
            pass
    attempt(make)


class Point(NamedTuple):
    x: int
    y: int = 0


class Movie(TypedDict):
    title: str


print(Point.__orig_bases__ == (NamedTuple,), type(NamedTuple), Movie.__orig_bases__ == (TypedDict,))
attempt(lambda: NamedTuple("A", [], 1))
attempt(lambda: NamedTuple())
attempt(lambda: TypedDict("A", x=int))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    NamedTuple("A", x=int)
    NamedTuple("B")
    TypedDict("C")
    TypedDict("D", None)
for warning in caught:
    print(warning.category.__name__, warning.lineno, warning.message)


class Node:
    pass


Tree = list["Tree"] | int


def function(a: "list['Node'] | int", b: "Tree", *args: P.args, **kwargs: P.kwargs):
    pass


hints = get_type_hints(function)
print(hints["a"], hints["b"], hints["args"] == P.args, get_args(Callable[Concatenate[int, P], str]))
