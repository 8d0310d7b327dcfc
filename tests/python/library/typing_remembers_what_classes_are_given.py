"""A generic class, or an alias, gives one alias for the same arguments: registries of types compare by `is`."""
from typing import Any, Callable, Dict, Generic, List, Literal, Optional, ParamSpec, Protocol, Tuple, TypeVar

T = TypeVar('T')
P = ParamSpec('P')


class Box(Generic[T]):
    pass


class Pair[A, B]:
    pass


class Named(Protocol[T]):
    pass


class Call(Generic[T, P]):
    pass


print(Box[str] is Box[str], Box[str] is Box[int], Box['Box'] is Box['Box'], Box[Any] is Box[Any])
print(Pair[int, str] is Pair[int, str], Named[int] is Named[int])
print(Call[int, [str]] is Call[int, [str]], Call[int, [str]] == Call[int, [str]])
print(List[T][int] is List[T][int], Dict[T, int][str] is Dict[T, int][str], Optional[T][int] is Optional[T][int])
print(Tuple[T, ...][int] is Tuple[T, ...][int], Callable[[T], T][int] is Callable[[T], T][int])
print(Box[Literal[1]] is Box[Literal[True]], Box[list[T]][int] is Box[list[T]][int])

made = {}


def hook(kind):
    def decorate(function):
        made[kind] = function
        return function
    return decorate


@hook(Box[int])
def of_int():
    return 'a box of ints'


print(next(f() for kind, f in made.items() if kind is Box[int]))
for wrong in (lambda: Box[int, str], lambda: Box[()], lambda: Box[int][str]):
    try:
        wrong()
    except TypeError as error:
        print(error)
