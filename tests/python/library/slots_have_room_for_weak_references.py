"""A class with `__slots__` takes weak references if it says so; a dataclass says so by `weakref_slot`."""
import weakref
from dataclasses import dataclass
from typing import Protocol


class Narrow:
    __slots__ = ("a",)


class Watched:
    __slots__ = ("a", "__weakref__")


class Plain:
    pass


@dataclass(slots=True)
class Slotted:
    a: int


@dataclass(slots=True, weakref_slot=True)
class Both:
    a: int


class Child(Narrow):
    pass


for made in (Narrow(), Watched(), Plain(), Slotted(1), Both(1), Child()):
    try:
        reference = weakref.ref(made)
        print(type(made).__name__, reference() is made, made.__weakref__ is reference)
    except (TypeError, AttributeError) as e:
        print(e)


# The __init__ of a class that implements a protocol is its own, or the next one's.
class Named(Protocol):
    name: str


@dataclass
class Person(Named):
    name: str
    age: int = 0


class Base:
    def __init__(self, name):
        self.name = name


class Late(Named, Base):
    pass


print(Person("Ann", 3), Late("Bob").name)
try:
    Late()
except TypeError as e:
    print(e)
try:
    Named()
except TypeError as e:
    print(e)
