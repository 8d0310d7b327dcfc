# What a parametrized class makes has the alias as `__orig_class__`, if it takes an attribute.
import asyncio
import collections
import types
import typing

T = typing.TypeVar("T")


class Plain:
    __class_getitem__ = classmethod(types.GenericAlias)


class Slotted:
    __slots__ = ()
    __class_getitem__ = classmethod(types.GenericAlias)


class Refusing(Plain):
    def __setattr__(self, name, value):
        raise ValueError(name)


class TypedQueue(asyncio.Queue, typing.Generic[T]):
    pass


class TypedDeque(collections.deque, typing.Generic[T]):
    pass


for alias in (Plain[int], TypedQueue[int], TypedDeque[str], asyncio.Queue[int], asyncio.Event and Plain[int, str]):
    print(type(alias).__name__, alias().__orig_class__)
print(hasattr(Slotted[int](), "__orig_class__"), hasattr(list[int](), "__orig_class__"), dict[str, int](a=1))
try:
    Refusing[int]()
except ValueError as error:
    print("refused:", error)
