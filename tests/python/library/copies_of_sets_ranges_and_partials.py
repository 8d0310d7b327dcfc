"""`copy` and `pickle` take sets, bytearrays, ranges, slices, partials, patterns, generators of random numbers and bound
methods to pieces by `__reduce_ex__`."""
import copy
import functools
import pickle
import random
import re


class Names(set):
    pass


class Box:
    def __init__(self):
        self.seen = {1, 2}

    def size(self):
        return len(self.seen)


names = Names(["a"])
names.note = [1]
deep = copy.deepcopy(names)
print(deep, deep.note, deep is names, deep.note is names.note)
print(copy.deepcopy({"s": {1, 2}, "f": frozenset([3]), "b": bytearray(b"x")}))
print({1}.__reduce_ex__(4), frozenset().__reduce_ex__(4), range(3).__reduce_ex__(4), slice(1, 2).__reduce_ex__(4))
print(bytearray(b"ab").__reduce_ex__(4), len.__reduce_ex__(4), NotImplemented.__reduce_ex__(4))
binary = functools.partial(int, base=2)
print(copy.copy(binary)("101"), pickle.loads(pickle.dumps(binary))("11"), copy.deepcopy(binary))
dice = random.Random(5)
twin = copy.deepcopy(dice)
print(dice.random() == twin.random(), pickle.loads(pickle.dumps(dice)).random() == dice.random())
pattern = re.compile("a+", re.I)
print(pickle.loads(pickle.dumps(pattern)) == pattern)
box = Box()
print(copy.copy(box.size)(), copy.deepcopy(box).seen is box.seen)
print(complex(0, -0.0), complex(-0.0, 0.0), complex(1j, 2))
