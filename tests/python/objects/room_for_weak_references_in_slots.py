# Which classes may add __weakref__ and __dict__ to their slots, and what a class has of its own.
import abc
import collections
import typing
import weakref


class Dict:
    __slots__ = ("__dict__",)


class Weak:
    __slots__ = ("__weakref__", "a")


class Both(Dict):
    __slots__ = ("b", "__weakref__")


class Plain:
    pass


class Error(Exception):
    pass


print(weakref.ref(Both())() is None)
for base in (Dict, Weak, Both, Plain, Error, object, list, dict, set, tuple, int, collections.deque, collections.OrderedDict,
             collections.UserDict, abc.ABC, collections.abc.Sequence, type):
    for slot in ("__weakref__", "__dict__"):
        try:
            made = type(base)("Made", (base,), {"__slots__": (slot,)})
            print(base.__name__, slot, made, slot in vars(made))
        except TypeError as error:
            print(base.__name__, slot, error)
    made = type(base)("Made", (base,), {})
    print(base.__name__, made, [name for name in vars(made) if name in ("__weakref__", "__dict__")])
try:
    type("Made", (Weak,), {"__slots__": ("__weakref__", "__weakref__")})
except TypeError as error:
    print(error)


class Meta(abc.ABCMeta):
    pass


T = typing.TypeVar("T")
print(Meta("Dynamic", (), {}), type("Dynamic", (abc.ABC,), {"__module__": "mine"}), type("Dynamic", (Plain,), {}))


class Behind(typing.Generic[T], typing.Hashable):
    pass


print(Behind.__mro__)
