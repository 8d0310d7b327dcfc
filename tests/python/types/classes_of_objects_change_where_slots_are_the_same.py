# `__class__` is set where instances have the same room: slots, `__dict__` and `__weakref__`, added to the same base.
class Plain:
    pass


class Derived(Plain):
    pass


class AB:
    __slots__ = ["a", "b"]


class BA:
    __slots__ = ["b", "a"]


class CB:
    __slots__ = ["c", "b"]


class OfAB(AB):
    __slots__ = ["e"]


class OfBA(BA):
    __slots__ = ["e"]


class AlsoOfAB(AB):
    __slots__ = ["e"]


class Nothing(OfAB):
    __slots__ = []


class Weak(CB):
    __slots__ = ["__weakref__"]


class WithDict(CB):
    __slots__ = ["__dict__"]


class Both(CB):
    __slots__ = ["__dict__", "__weakref__"]


class Usual(CB):
    pass


class Mixed(Plain, AB):
    pass


class Number(int):
    __slots__ = ()


class OtherNumber(int):
    __slots__ = ()


class Error(Exception):
    pass


class OtherError(Error):
    pass


kinds = [Plain, Derived, AB, BA, CB, OfAB, OfBA, AlsoOfAB, Nothing, Weak, WithDict, Both, Usual, Mixed, Number, OtherNumber]
kinds += [Error, OtherError, list, object]
for old in kinds:
    for new in kinds:
        made = old()
        try:
            made.__class__ = new
        except TypeError as error:
            if old is AB or new is WithDict:
                print(error)
        else:
            print(old.__name__, "to", new.__name__, type(made) is new)
