# Ranges and ints of a subclass, steps between floats beyond 63 bits, letters that got a capital after Unicode 15.1.
import math
import operator
import warnings
from collections import defaultdict


class Mine(int):
    def __eq__(self, other):
        return True

    __hash__ = int.__hash__


print(Mine(11) in range(10), Mine(11) in [1], range(10).count(Mine(11)), range(10).index(Mine(11)))
try:
    range(10).index(11)
except ValueError as error:
    print(error)
for steps in (0, 1, 2**63, 2**64, 2 * (0x3FF << 52), 2 * (0x3FF << 52) - 1):
    print(math.nextafter(1.0, -1.0, steps=steps), math.nextafter(1.0, -math.inf, steps=steps))
print(math.nextafter(-5e-324, 0.0), math.nextafter(5e-324, -0.0), math.nextafter(-5e-324, 0.0, steps=1),
      math.nextafter(-0.0, 0.0), math.nextafter(0.0, -0.0), math.nextafter(1.0, 0.0))

for point in (0x19B, 0x264, 0x295, 0xA7CB, 0xA7D3, 0xA7DC, 0x1C89, 0x10D50, 0x16EBB):
    letter = chr(point)
    print(hex(point), *(ascii(way) for way in (letter.upper(), letter.lower(), letter.title(), letter.casefold())),
          letter.isupper(), letter.islower())

with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter('always')
    print(operator.inv(True), operator.invert(False), operator.inv(5))
print([(one.category.__name__, str(one.message)[:31]) for one in told])

# A defaultdict within itself.
tree = defaultdict(list)
tree['self'] = tree
print(tree)


class Counted(defaultdict):
    def __init__(self):
        self.default_factory = self.make

    def make(self):
        return []


print(Counted())
