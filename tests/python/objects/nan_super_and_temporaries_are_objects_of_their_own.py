"""Each NaN is an object of its own; `super` is a descriptor; a temporary's place is used again; what some objects take."""
import copy
import math
import re
import struct
import sys

nan, other = float("nan"), float("NaN")
print(nan is nan, nan is other, nan in [nan], nan in [other], float("nan") in [float("nan")])
print([nan] == [nan], [nan] == [other], {nan, other}, len({nan: 1, other: 2, nan: 3}), [nan, other].index(other))
print({1: nan} == {1: nan}, {1: nan} == {1: other}, (nan,) == (nan,), [nan, other, nan].count(nan))
print(copy.copy(nan) is nan, copy.deepcopy([nan])[0] is nan, math.nan is math.nan, math.nan in [math.nan])
print(struct.pack("<d", nan) == struct.pack("<d", other) == struct.pack("<d", math.nan), str(other), f"{other:.1f}")
print(math.copysign(1, nan), math.copysign(1, float("-nan")), hash(nan) == hash(nan))


class Base:
    def greet(self):
        return "base"


class Derived(Base):
    def greet(self):
        return "derived, " + self._Derived__super.greet()


Derived._Derived__super = super(Derived)
print(Derived().greet(), super(int).__get__(5).__self__)
for attempt in (lambda: super(int).__get__("a"), lambda: super(int).__get__(None),
                lambda: copy.deepcopy([1], 5), lambda: copy.deepcopy([[]], [])):
    try:
        print(attempt())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)


class Bare:
    __slots__ = ()


kept = [], [], {}, {}, Bare(), Bare()
print(id([]) == id([1]), id({}) == id({}), id(set()) == id(set()), id(object()) == id(object()), id(Bare()) == id(Bare()))
print(len({id(thing) for thing in kept}), len({id([]) for _ in range(3)}), len({id(x) for x in [[], [], []]}))
print(repr(re.RegexFlag(1)), repr(re.RegexFlag(0)), repr(re.I | 1024), repr(re.RegexFlag(512)))
print([sys.getsizeof(x) for x in (bytearray(), bytearray(5), bytearray(b"abc"), [].append, Base.__init__, Base().greet)])
print(sys.getsizeof(Base().__init__), sys.getsizeof(super(int)))
