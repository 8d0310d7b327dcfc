"""sys.getsizeof counts what CPython puts before and behind an object."""
import collections
import dataclasses
import enum
import sys


class Plain:
    def __init__(self):
        self.x = 1


class Slots:
    __slots__ = ('a', 'b')


class SlotsBelow(Plain):
    __slots__ = 'c'


class Nothing:
    __slots__ = ()


class Told:
    def __sizeof__(self):
        return 100


class Mapping(dict):
    pass


class Row(list):
    pass


class Number(int):
    pass


class Text(str):
    pass


class Error(Exception):
    pass


class Color(enum.Enum):
    RED = 1


@dataclasses.dataclass
class Point:
    x: int = 0


@dataclasses.dataclass(slots=True)
class SlotPoint:
    x: int = 0


Pair = collections.namedtuple('Pair', 'a b')
for thing in (Plain(), Slots(), SlotsBelow(), Nothing(), Told(), Mapping(), Mapping(a=1), Row(), Number(5), Text('xy'),
              Error('no'), ValueError('no'), OSError(2, 'no'), Color.RED, Point(), SlotPoint(), Pair(1, 2), Plain, Slots,
              Error, int, object(), map(str, []), zip(), enumerate([]), iter([]), {}.keys(), collections.deque()):
    print(type(thing).__name__, sys.getsizeof(thing))
for n in (0, 1, 5, 6, 10, 11, 22, 100, 171, 1000):
    numbers, words, members = {}, {}, set()
    for i in range(n):
        numbers[i] = words[f'k{i}'] = i
        members.add(i)
    print(n, sys.getsizeof(numbers), sys.getsizeof(words), sys.getsizeof(members))
