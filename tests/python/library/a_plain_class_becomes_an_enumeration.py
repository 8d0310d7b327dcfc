from enum import Flag, IntEnum, _simple_enum


@_simple_enum(IntEnum)
class Status:
    """What came of it."""

    def __new__(cls, value, phrase=''):
        obj = int.__new__(cls, value)
        obj._value_ = value
        obj.phrase = phrase
        return obj

    @property
    def is_good(self):
        return self < 400

    OK = 200, 'fine'
    GONE = 410, 'gone'
    ALL_RIGHT = 200, 'again'


@_simple_enum(Flag)
class Right:
    READ = 1
    WRITE = 2


print(Status, list(Status), Status(410).phrase, Status.OK.is_good, Status.ALL_RIGHT, Status.__doc__, Status.__module__)
print(list(Right), Right.READ | Right.WRITE, Right(3))
