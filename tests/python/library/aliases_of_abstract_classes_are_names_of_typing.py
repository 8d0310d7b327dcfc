import collections.abc
import copy
import pickle
import typing
from typing import Callable, Sequence, get_args, get_type_hints

print(Callable[[int], str], get_args(Callable[[int], str]), get_args(collections.abc.Callable[[int], str]))
print(copy.copy(Callable[[int], str]) == Callable[[int], str], pickle.loads(pickle.dumps(typing.Mapping[int, str])))
print(len(typing.__all__), sorted(set(typing.__all__) - set(dir(typing))))


def wait(first: 'typing.Awaitable[int]', names: 'Sequence[str]') -> typing.Iterator[int]:
    ...


print(get_type_hints(wait))
print(isinstance([], typing.Sequence), issubclass(dict, typing.Mapping), typing.Hashable, typing.Sized)


class Shelf(typing.MutableMapping[int, str]):
    pass


print(Shelf.__mro__[1], Shelf.__orig_bases__)
