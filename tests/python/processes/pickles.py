import collections
import copy
import dataclasses
import enum
import functools
import io
import pickle
import threading


@dataclasses.dataclass
class Point:
    x: int
    y: list


class Colour(enum.Enum):
    RED = 1


Pair = collections.namedtuple("Pair", "a b")


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a, self.b = 1, [2]


class Reduced:
    def __init__(self, value):
        self.value = value

    def __reduce__(self):
        return Reduced, (self.value,)

    def __repr__(self):
        return f"Reduced({self.value})"


class State:
    def __init__(self):
        self.kept, self.dropped = 1, 2

    def __getstate__(self):
        return {"kept": self.kept}

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.dropped = "gone"

    def __repr__(self):
        return f"State({self.kept}, {self.dropped})"


class Stack(list):
    pass


class Wrong(Exception):
    def __init__(self, number, words):
        super().__init__(words)
        self.number = number


class Outer:
    class Inner:
        pass


stack = Stack([1, 2])
stack.name = "s"
circle = [1]
circle.append(circle)
things = [None, True, 0, 255, 65536, -1, 2**31, 2**100, -(2**100), 1.5, "abc", "ü", "x" * 300, b"ab", (), (1, 2, 3, 4),
          [1], [1, 2], {"a": 1, "b": [1, 2]}, {1, 2}, frozenset([1]), bytearray(b"abc"), 1 + 2j, range(5), slice(1, 2),
          ..., int, len, Point, Point(1, [2]), Colour.RED, Pair(1, 2), Reduced(3), State(), stack, ValueError("a"),
          KeyError("x", 1), circle, collections.Counter("aab"), collections.defaultdict(list, {1: [2]}),
          collections.OrderedDict(a=1), [Point(n, []) for n in range(3)], Outer.Inner, "abc".upper]
for thing in things:
    data = pickle.dumps(thing)
    back = pickle.loads(data)
    print(data if len(data) < 200 else len(data), repr(back) == repr(thing) or repr(back))
print([pickle.dumps([1, "a", (2,)], protocol) for protocol in (2, 3, 4, 5)])
print(pickle.loads(pickle.dumps(functools.partial(pow, 2)))(5), pickle.loads(pickle.dumps(collections.deque([1], 3))))
slots = pickle.loads(pickle.dumps(Slots()))
print(slots.a, slots.b, pickle.loads(pickle.dumps(stack)).name, len(pickle.loads(pickle.dumps(list(range(5000))))))


def local():
    def inner():
        pass
    return inner


def numbers():
    yield 1


for thing in (lambda: 1, local(), threading.Lock(), numbers(), threading):
    try:
        pickle.dumps(thing)
    except Exception as exc:
        print(type(exc), str(exc).partition(" at 0x")[0])
try:
    pickle.loads(pickle.dumps(Wrong(1, "words")))
except TypeError as exc:
    print(exc)
for data in (b"", b"abc", b"\x80\x04K", b"\x80\x04\x8c\x05nosuc\x8c\x01x\x93."):
    try:
        pickle.loads(data)
    except Exception as exc:
        print(type(exc), exc)
file = io.BytesIO()
pickle.dump([1], file)
pickle.dump("b", file)
file.seek(0)
print(pickle.load(file), pickle.load(file))
try:
    pickle.load(file)
except EOFError as exc:
    print("EOFError", exc)
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, issubclass(pickle.PicklingError, pickle.PickleError))
