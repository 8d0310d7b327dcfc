"""Hints of typing: copies and pickles of them are equal, unions of what has no hash compare, classes derive from aliases."""
import copy
import functools
import pickle
from typing import (Annotated, Any, Callable, ClassVar, Concatenate, ContextManager, Dict, Final, Generic, Iterable, List,
                    Literal, NamedTuple, Optional, ParamSpec, Protocol, Sequence, Tuple, TypeVar, Union)

T = TypeVar('T')
P = ParamSpec('P')


class Box(Generic[T]):
    pass


HINTS = (Union[T, int], Optional[str], Callable[[int], str], Callable[..., int], Callable[Concatenate[int, P], T],
         Tuple[int, ...], List[T], Box[int], Annotated[int, 1, 'two'], Literal[1, 'a'], Dict[str, Optional[int]],
         ClassVar[int], Final[int], Any, Union, List, Sequence[Box[str]])
for hint in HINTS:
    print(hint, copy.copy(hint) == hint, copy.deepcopy(hint) == hint, pickle.loads(pickle.dumps(hint)) == hint)
print(Union[int, Annotated[str, []]] == Union[Annotated[str, []], int], Union[int, Annotated[str, []]] == Optional[int])
print(Optional[int] == (None | int), Optional[int] == int | str, Literal[[], []].__args__)


class Managed(ContextManager, Protocol):
    def hello(self): ...


class Items(Iterable[T], Protocol[T]):
    def count(self) -> int: ...


class Both(List[int], Box[T]):
    pass


class First(Generic[T], NamedTuple):
    value: T
    more: int = 0

    def doubled(self):
        return self.more * 2


class Named:
    def __set_name__(self, owner, name):
        self.named = owner.__name__, name


class Holding(NamedTuple):
    value: int
    held = Named()


for cls in (Managed, Items, Both, First):
    print([base.__name__ for base in cls.__mro__])
print(First(1, 2).doubled(), First[int](3), Holding.held.named)
