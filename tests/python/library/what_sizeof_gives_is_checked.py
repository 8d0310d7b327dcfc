# `sys.getsizeof` asks the class for `__sizeof__`, checks what it gives, and falls back on its default after a TypeError.
import sys


def told(what, *args, **keywords):
    try:
        return what(*args, **keywords)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def of(given, base=object):
    return type("Sized", (base,), {"__sizeof__": lambda self: given})()


class Number:
    def __index__(self):
        return 5


for given in [1, 0, -1, 2**70, -(2**70), 2**63 - 100, None, "x", 1.5, True, Number()]:
    print(told(sys.getsizeof, of(given)), told(sys.getsizeof, of(given), 7), told(sys.getsizeof, of(given, dict)))


def raises(kind):
    def sizeof(self):
        raise kind("asked")

    return type("Raises", (), {"__sizeof__": sizeof})()


for kind in TypeError, ValueError, OverflowError:
    print(told(sys.getsizeof, raises(kind)), told(sys.getsizeof, raises(kind), "default"))
for found in None, 4, staticmethod(lambda: 9), classmethod(lambda cls: 8), property(lambda self: lambda: 6):
    odd = type("Odd", (), {"__sizeof__": found})()
    print(told(sys.getsizeof, odd), told(sys.getsizeof, odd, "default"))


class Measured(type):
    def __sizeof__(cls):
        return 11


class Class(metaclass=Measured):
    pass


class Own:
    def __init__(self):
        self.__sizeof__ = lambda: 3


print(sys.getsizeof(Class), sys.getsizeof(Own()))
