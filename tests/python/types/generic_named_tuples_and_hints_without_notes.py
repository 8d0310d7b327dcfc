"""NamedTuple with Generic, get_type_hints inside of generic classes, context managers' second type; copies of wrappers."""
import copy
from collections import ChainMap, UserList
from typing import (Annotated, AsyncContextManager, ContextManager, Generic, NamedTuple, TypeVar, get_type_hints,
                    no_type_check)

T = TypeVar('T')


class Pair(NamedTuple, Generic[T]):
    first: T
    second: int = 3

    def total(self):
        return self.first + self.second


print(Pair(1), Pair[int](2).total(), Pair[str], Pair._fields, Pair.__orig_bases__[1], Pair.__module__, Pair.__qualname__)
try:
    class Wrong(NamedTuple, list):
        x: int
except TypeError as error:
    print(error)


def noted(x: 'int | list[Annotated[str, 3]]', y: dict[str, Annotated[int, 1]]):
    pass


print(get_type_hints(noted))
print(get_type_hints(noted, include_extras=True))
print(ContextManager, ContextManager[int], AsyncContextManager[int, str])
for wrong in (int, str, int), ():
    try:
        ContextManager[wrong]
    except TypeError as error:
        print(error)


@no_type_check
class Loose:
    def method(self, x: 'not a type at all'):
        pass


print(get_type_hints(Loose.method), get_type_hints(Loose))

mine = UserList([1])
other = copy.copy(mine)
other.append(2)
print(mine, other, {'a': 1, 'c': 3} | ChainMap({'a': 2}, {'b': 1}))
