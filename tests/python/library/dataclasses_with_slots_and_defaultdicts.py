import dataclasses
import typing
from collections import defaultdict


@dataclasses.dataclass(frozen=True, slots=True)
class Point:
    x: int

    def of(self):
        return super().__repr__()


@dataclasses.dataclass
class Table:
    rows: dict = dataclasses.field(default_factory=lambda: defaultdict(list, {1: [Point(2)]}))


class Meta(type):
    def __instancecheck__(cls, value):
        return super().__instancecheck__(value)


class Real(metaclass=Meta):
    pass


class Proxy:
    __class__ = property(lambda self: Real)


p = Point(1)
print(isinstance(Proxy(), Real), isinstance(p, Real))
for change in (p.of, lambda: setattr(p, 'x', 2), lambda: setattr(p, 'y', 2), lambda: delattr(p, 'x'), lambda: delattr(p, 'y'),
               lambda: typing.NewType('Id', int)(1, 2), lambda: typing.NewType('Id', int)(x=1), lambda: typing.Literal[...][1],
               lambda: (n for n in ()).send(), lambda: (n for n in ()).close(1)):
    try:
        change()
    except Exception as e:
        print(type(e).__name__, e)
print(dataclasses.astuple(Table()), dataclasses.asdict(Table()))
