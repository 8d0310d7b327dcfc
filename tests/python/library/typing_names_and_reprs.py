import typing
from typing import (Any, Annotated, AsyncGenerator, AsyncIterator, Awaitable, Callable, ClassVar, Coroutine, Dict, Final, Generic,
                    Iterable, List, Literal, NamedTuple, NewType, Optional, ParamSpec, Protocol, Self, Set, Tuple, Type, TypedDict,
                    TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable, TYPE_CHECKING)

T = TypeVar('T')
K = TypeVar('K', bound=int)
P = ParamSpec('P')
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Union[int], Tuple[int, ...], Callable[[int], str], Callable[..., Any])
print(Awaitable[int], Coroutine[Any, Any, int], AsyncIterator[str], Type[int], Literal['a', 1], Annotated[int, 'meta'], Any, Final[int])
print(T, K, P, List[T], Dict[K, T][int, str], Optional['Node'], List, Optional, TYPE_CHECKING, cast(int, 'x'))
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), Union[int, str] == Union[str, int], Optional[int] == Union[int, None])


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> Self:
        self.items.append(item)
        return self


s = Stack[int]().push(1)
print(s.items, Stack[int], Stack.__parameters__, isinstance(s, Stack), s.__orig_class__, Stack.__mro__)


class Point(NamedTuple):
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)


print(Point(1), Point(1, 2).norm(), Point._fields, Point.__annotations__)


class Movie(TypedDict, total=False):
    title: str
    year: int


print(Movie(title='x'), Movie.__annotations__, Movie.__optional_keys__ == {'title', 'year'})


@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class Door:
    def close(self):
        pass


print(isinstance(Door(), Closer), isinstance(3, Closer))
try:
    Closer()
except TypeError as e:
    print(e)


class Node:
    next: Optional['Node']
    count: ClassVar[int] = 0


print(get_type_hints(Node))


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


print(f(3), get_type_hints(Stack.push), NewType('UserId', int)(5))


class Box[A]:
    def __init__(self, v: A):
        self.v = v


def first[B](xs: list[B]) -> B:
    return xs[0]


type Pair[C] = tuple[C, C]
print(Box[int], Box(3).v, first([1]), first.__type_params__, Pair, Pair.__value__, Box.__parameters__)
for action in (lambda: Optional[int, str], lambda: List[int, str], lambda: Any(), lambda: Stack[int, str], lambda: isinstance(1, List[int]), lambda: List()):
    try:
        action()
    except TypeError as e:
        print(e)
def g(a: int | None, b: list[int] = []) -> Dict[str, Any]: ...
print(g.__annotations__)
