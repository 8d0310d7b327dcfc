# What collections.abc.Callable[...] gives is a types.GenericAlias of a class of its own, which a program can have too.
import collections.abc
import copy
import pickle
import types
from typing import Concatenate, Generic, List, Optional, ParamSpec, Tuple, TypeVar, TypeVarTuple, Unpack, get_args, get_type_hints

Callable = collections.abc.Callable
T, K, P = TypeVar('T'), TypeVar('K'), ParamSpec('P')


def told(function):
    try:
        return function()
    except TypeError as error:
        return f'TypeError: {error}'


for alias in (Callable[[int, str], float], Callable[..., int], Callable[[], None], Callable[P, T], Callable[[T], K],
              Callable[Concatenate[int, P], T]):
    print(alias, alias.__args__, alias.__parameters__, isinstance(alias, types.GenericAlias), get_args(alias))
    print(alias | None, Optional[alias], list[alias], pickle.loads(pickle.dumps(alias)) == alias == copy.copy(alias))
print(type(Callable[[int], str]))
print(Callable[P, T][[int, str], bool], Callable[[T], K][int, bool], dict[str, Callable[[T], K]][int, bool])
print(told(lambda: Callable[int]), told(lambda: Callable[int, str]), told(lambda: isinstance(len, Callable[[int], int])), sep='\n')


def annotated(first: Callable[[int], 'str'], second: Callable[..., 'int']):
    pass


print(get_type_hints(annotated))


class Shown(types.GenericAlias):
    __slots__ = ()

    def __repr__(self):
        return f'<{self.__origin__.__name__} of {len(self.__args__)}>'

    def __getitem__(self, item):
        return 'from', super().__getitem__(item)


shown = Shown(dict, (int, T))
print(shown, shown[str], type(shown), shown | None, list[shown], shown == dict[int, T])
print(told(lambda: isinstance({}, shown)))

# One that is unpacked stays so.
starred, = tuple[int, ...]
print(starred, copy.copy(starred), pickle.loads(pickle.dumps(starred)), starred == tuple[int, ...])

# Defaults for several types, and for a list of them.
Several = TypeVarTuple('Several', default=Unpack[Tuple[str, int]])
Listed = ParamSpec('Listed', default=[int, str])


class A(Generic[T, Unpack[Several]]):
    pass


class B(Generic[Listed]):
    pass


print(A[float], A[float].__args__, A[float, bytes], B[()], B[[bytes]])
print(told(lambda: type('C', (type(P.args),), {})))
