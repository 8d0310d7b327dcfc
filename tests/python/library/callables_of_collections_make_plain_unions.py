# X | Y with collections.abc.Callable[...] is a types.UnionType, also once its variables are replaced; typing's is not.
import inspect
import typing
from collections.abc import Callable, Coroutine
from functools import partial

T = typing.TypeVar('T')
R = typing.TypeVar('R')
Call = Callable[..., Coroutine[typing.Any, typing.Any, T]]
Either = Call[T] | partial[Coroutine[typing.Any, typing.Any, T]]
print(type(Either), Either)
print(type(Either[R]), Either[R])
for union in (int | Either[R] | None, None | Callable[[int], str], Callable[[int], str] | None, list[T] | Call[int],
              typing.Callable[[int], str] | None, typing.Optional[Callable[[int], str]]):
    print(type(union), union, union.__parameters__)
print((Callable[[T], R] | None)[int, str] == Callable[[int], str] | None)


def run(what: int | Either[R], then: Callable[[T], None] | None = None, maybe: typing.Optional[Either[int]] = None):
    pass


print(inspect.signature(run))
print(typing.get_type_hints(run))
print(typing.get_args(int | Either[R]), typing.get_origin(Either))
print(isinstance(len, Callable | None), isinstance(3, int | Callable))
