# Methods behind operators say how many operands they take, without the receiver; `super().__setattr__(…)` and
# `__init_subclass__` are those that programs call.
import collections
import types


def tried(what, function):
    try:
        print(what, function())
    except Exception as e:
        print(what, type(e).__name__, repr(str(e)))


class Guarded:
    def __setattr__(self, name, value):
        super().__setattr__(name)


class Base:
    def __init_subclass__(cls):
        super().__init_subclass__(1)


def derived():
    class Derived(Base):
        pass


def guarded():
    Guarded().x = 1


tried('setattr', guarded)
tried('subclass', derived)
tried('delattr', lambda: object().__delattr__())
tried('keyword', lambda: object().__setattr__('a', value=1))
tried('bytearray', lambda: bytearray(b'a').__eq__())
tried('bytearray', lambda: bytearray(b'a').__add__(1, 2))
tried('deque', lambda: collections.deque([1]).__contains__())
tried('deque', lambda: collections.deque([1]).__setitem__(1))
tried('keys', lambda: {}.keys().__or__())
tried('keys', lambda: {}.keys().__contains__(1, 2))
tried('items', lambda: {}.items().__lt__())
tried('memoryview', lambda: memoryview(b'a').__getitem__())
tried('alias', lambda: list.__class_getitem__())
tried('alias', lambda: dict.__class_getitem__(int, str))
tried('alias', lambda: list.__class_getitem__(int))
tried('property', lambda: property(len).setter())
