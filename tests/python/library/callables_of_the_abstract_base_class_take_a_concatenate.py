"""collections.abc.Callable takes a Concatenate, a ParamSpec, a list or an ellipsis in front of its result, and nothing else."""
from collections.abc import Callable
from threading import Lock
from typing import Concatenate, List, ParamSpec, TypeVar, get_type_hints
import typing

P = ParamSpec('P')
R = TypeVar('R')


def with_lock(function: Callable[Concatenate[Lock, P], R]) -> Callable[P, R]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(Lock(), *args, **kwargs)
    return inner


@with_lock
def add(lock: Lock, numbers: list[float]) -> float:
    with lock:
        return sum(numbers)


print(add([1.1, 2.2]))
print(get_type_hints(with_lock))
print(Callable[Concatenate[int, P], R][[str], bool], typing.Callable[Concatenate[int, P], R][[str], bool])
print(Callable[Concatenate[int, ...], R], Callable[..., R], Callable[[int], R], Callable[P, R][[], None])
for arguments in int, List[int], list[int], R:
    try:
        print(Callable[arguments, R])
    except TypeError as error:
        print(error)
