# Members of enumerations by their values, what they show of themselves, and the items of named tuples.
import collections
import enum


class Colour(enum.Enum):
    RED = 1
    BLUE = (1, 2)
    LIST = [1]

    @property
    def low(self):
        return self.name.lower()

    @enum.property
    def own(self):
        return "own"


class Doubled(enum.Enum):
    def __new__(cls, value):
        made = object.__new__(cls)
        made._value_ = value * 2
        return made

    ONE = 1


class Named(enum.Enum):
    ONE = 1

    @property
    def value(self):
        return "of its own"


class Part(enum.Flag):
    A = 1
    B = 2


class Number(enum.IntEnum):
    ONE = 1


class Text(enum.StrEnum):
    P = "p"


print(Colour(1), Colour((1, 2)), Colour([1]), Colour(True), Colour(1.0), Colour(Colour.RED))
print(Colour.RED.name, Colour.RED.value, Colour.RED.low, Colour.RED.own, Named.ONE.value, Named.ONE.name)
print(Doubled(2), Doubled(2).value, Part(3), (Part.A | Part.B).name, (Part.A | Part.B).value, Number(True).name, Text("p").value)
for call in (
    lambda: Colour(7),
    lambda: Colour([7]),
    lambda: Doubled(1),
    lambda: Colour(),
    lambda: setattr(Colour.RED, "name", "x"),
    lambda: setattr(Colour.RED, "value", "x"),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)

Point = collections.namedtuple("Point", "x y")


class Hidden(Point):
    __slots__ = ()

    @property
    def x(self):
        return "hidden"


class Turned(Point):
    def __iter__(self):
        return iter((9, 8))


class Plain:
    x = "plain"


def x_of(something):
    return something.x


point = Point(1, 2)
print([x_of(one) for one in (point, point, Hidden(1, 2), point, Plain(), Point(3, 4), Hidden(5, 6), point)])
Point.x = property(lambda self: "changed")
print(x_of(point), x_of(Point(5, 6)))
x, y = point
a, b = Turned(1, 2)
print(x, y, a, b, point._replace(y=5), point._asdict())
try:
    a, b, c = point
except ValueError as error:
    print(error)
try:
    point._replace(z=1)
except Exception as error:
    print(type(error).__name__, error)

lists, counts = collections.defaultdict(list), collections.defaultdict(int)
lists["a"].append(1)
counts["x"] += 1


class Loud(collections.defaultdict):
    def __setitem__(self, key, value):
        print("set", key)
        super().__setitem__(key, value)


loud = Loud(int)
loud[1] += 1
print(lists, lists[1], counts, loud, collections.defaultdict(lambda: 5)[1])
try:
    lists[[]]
except TypeError as error:
    print(error)
print(type(3), type("a") is str, int("12"), int("-3"), int(" 4 "), int("1_0"), int("٣"), float("1.5"), float(" nan "))
for bad in "", "-", "1 2", "x", "1__0":
    try:
        print(int(bad))
    except ValueError as error:
        print(error)
shown = {"b": 1, "a": 2}
print(list(shown.items()), tuple(shown.values()), sorted(shown.items()), set(shown.values()), ",".join(shown.keys()), sum(shown.values()))
ordered = collections.OrderedDict(shown)
ordered.move_to_end("b")
print(list(ordered.items()), list(ordered.values()), list(ordered))
