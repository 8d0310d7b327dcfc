"""enum: types mixed in, members named like their methods, auto in tuples, orders, aliases, checks, dir."""
import datetime
from collections import namedtuple
from dataclasses import dataclass
from enum import (CONTINUOUS, EJECT, NAMED_FLAGS, UNIQUE, Enum, Flag, IntEnum, IntFlag, ReprEnum, StrEnum, auto, global_enum,
                  nonmember, property as enum_property, verify)


def told(what):
    try:
        print(what())
    except Exception as error:
        print(type(error).__name__, error)


class Kind(Enum):
    NUMBER = int
    TEXT = str

    class Inner:
        pass


print(list(Kind), Kind.NUMBER.value(3), Kind.Inner)


class Hex(int):
    def __repr__(self):
        return hex(self)


class Place(Hex, Enum):
    A = 1


print(repr(Place.A), str(Place.A), format(Place.A))


@dataclass
class Size:
    width: int
    legs: int = 4


class Animal(Size, Enum):
    DOG = 2
    BIRD = 1, 2


print(Animal.BIRD, repr(Animal.DOG), Animal.BIRD.legs)


class Day(datetime.date, ReprEnum):
    FIRST = 2009, 1, 1


print(Day.FIRST, repr(Day.FIRST), f'{Day.FIRST:%d.%m}')


class Word(str, Enum):
    title = 'x'
    count = 'yy'


print(Word.title, Word.title.title(), Word.count.count('y'), [word.name for word in Word])


class Number(IntEnum):
    divisor = 1
    numerator = 2


print(Number.numerator, Number.divisor.numerator, Number.numerator.numerator)


class Pair(namedtuple('Pair', 'number word'), Enum):
    ONE = auto(), 'one'
    TWO = auto(), 'two'


print(list(Pair), Pair.TWO.number)


class Several(Enum):
    A = auto(), auto()
    B = auto(), auto()


print(list(Several))
print(dir(Kind.NUMBER), dir(Several))


def order():
    class Wrong(Enum):
        _order_ = 'RED BLUE GREEN'
        RED, GREEN, BLUE = 1, 2, 3


def own_new():
    class Wrong(Enum):
        def __new__(cls, value):
            return super().__new__(cls, value)
        A = 1


def two_types():
    class Wrong(str, int, Enum):
        A = 1


def last():
    class Wrong(Enum, str):
        A = 'a'


def increment():
    class Wrong(Enum):
        A = 'a'
        B = auto()


def no_data():
    class Wrong(ReprEnum):
        A = 1


def late():
    class Wrong(Enum):
        A = auto()

        def _generate_next_value_(name, *rest):
            return name


for wrong in order, own_new, last, increment, no_data, late:
    told(wrong)
told(lambda: Enum(7))
told(lambda: Flag(7))
Empty = Enum('Empty', type=int)
print(list(Empty), Empty.__mro__[1])
told(lambda: StrEnum('Coded', {'A': (b'\xe4', 'latin-1')}).A)


class Colour(Enum):
    RED = 1
    BLUE = 2

    def __init__(self, value):
        self._add_value_alias_(-value)


Colour.RED._add_alias_('ROUGE')
print(Colour(-1), Colour.ROUGE, Colour['ROUGE'])
told(lambda: Colour.BLUE._add_value_alias_(1))
told(lambda: Colour.BLUE._add_alias_('ROUGE'))


class Bit(Flag):
    A = 1
    B = 2
    D = 8


print(Bit._all_bits_, Bit._flag_mask_)
told(lambda: verify(CONTINUOUS)(Bit))
told(lambda: verify(NAMED_FLAGS)(Flag('Named', {'A': 1, 'AB': 3, 'AC': 5})))
told(lambda: verify(UNIQUE)(Enum('Same', {'A': 1, 'B': 1})))
told(lambda: verify(CONTINUOUS)(Enum('Gap', {'A': 1, 'B': 4})))


class Mixed(int, Flag):
    A = 1
    B = 2


print(~Mixed.A is Mixed.B, repr(Mixed(0)), Mixed.A | 2)


@global_enum
class Loud(IntFlag):
    ONE = 1
    TWO = 2


print(repr(ONE), repr(ONE | TWO), [TWO], str(TWO))
