"""typing: what takes parameters takes them as types too, named tuples and protocols check what they are made of."""
from typing import *
import collections.abc


def show(function, *args, **kwargs):
    try:
        print(repr(function(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e, getattr(e, '__notes__', ''))


T, S, P = TypeVar('T'), TypeVar('S'), ParamSpec('P')
for alias in Callable[P, int], collections.abc.Callable[P, int]:
    show(lambda: alias[int])
    show(lambda: alias[[int, str]])
    show(lambda: alias[...])


class Named:
    def __set_name__(self, owner, name):
        print('named', owner.__name__, name)


class Refusing:
    def __set_name__(self, owner, name):
        raise ValueError('bad')


class Row(NamedTuple, Generic[T]):
    a: T = Named()
    b = Named()


show(lambda: Row[int](3).a)
show(lambda: Row[int, str])


def refuse():
    class Other(NamedTuple):
        b = Refusing()


def twice():
    class Other(Protocol, Protocol[T]):
        pass


show(refuse)
show(twice)


@runtime_checkable
class HasX(Protocol):
    x: int

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, 'x')


show(issubclass, type('Has', (), {'x': 1}), HasX)
show(issubclass, type('HasNot', (), {}), HasX)
show(TypeVar, 'T', bound=(1, 2))
show(TypeVar)
show(ParamSpec, 3)
show(TypeVarTuple, 3)


class Hinted:
    a: 'ClassVar[int]' = 1
    b: 'Final' = 2


def hinted(a: 'ClassVar[int]'):
    pass


show(get_type_hints, Hinted)
show(get_type_hints, hinted)


class Keys(TypedDict):
    a: 'Later'
    b: NotRequired['list[Later]']


Later = int
show(get_type_hints, Keys, {}, {})
