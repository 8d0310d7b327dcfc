# `__new__` makes only what its class makes; a method takes only its class's instances.
from collections import OrderedDict, defaultdict, deque
from functools import partial


class Items(list):
    pass


class Trouble(Exception):
    pass


class Own(dict):
    def __new__(cls, *args):
        print('Own.__new__')
        return super().__new__(cls, *args)


class Lost:
    __new__ = list.__new__


def say(ask):
    try:
        print(repr(ask()))
    except TypeError as e:
        print(e)


for cls in (list, dict, set, bytearray, int, type, property, ValueError, OSError, type(None), type(say), super, Items,
            Trouble, deque, OrderedDict, defaultdict, partial, type(iter([]))):
    say(lambda: object.__new__(cls))
say(lambda: list.__new__(dict))
say(lambda: list.__new__(Items))
say(lambda: dict.__new__(list))
say(lambda: Own())
say(lambda: Lost())
say(lambda: deque.__new__(list))
say(lambda: Exception.__new__())
say(lambda: BaseException.__new__(1))
say(lambda: BaseException.__new__(int))
say(lambda: Exception.__new__(ValueError, 1, 2))
say(lambda: ValueError.__new__(Exception))
say(lambda: ValueError.__new__(OSError))
say(lambda: list.__new__ is object.__new__)
say(lambda: ['__new__' in vars(cls) for cls in (list, dict, set, ValueError, object, Items)])
say(lambda: list.__new__.__qualname__)

say(lambda: BaseException.__init__(1))
say(lambda: BaseException.__repr__(5))
say(lambda: BaseException.add_note(5, 'x'))
say(lambda: OSError.__init__(ValueError()))
say(lambda: StopIteration.__init__(ValueError()))
say(lambda: KeyError.__str__(5))
say(lambda: Exception.with_traceback(5))
say(lambda: list.__init__(1))
say(lambda: dict.__init__([]))
say(lambda: set.__init__([], [2]))
say(lambda: list.append(1, 2))
say(lambda: type.__call__(5))
