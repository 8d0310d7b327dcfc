import abc
import math


def plain(self):
    return 1


def documented(self):
    """doc"""


made = property(plain)
made.__doc__ = 'given'
print(made.getter(documented).__doc__, made.setter(plain).__doc__)
made = property(documented)
made.__doc__ = 'given'
print(made.getter(plain).__doc__, made.setter(plain).__doc__)
print(property(plain).getter(documented).__doc__)
for mark in True, False, [], [1], '', 'x', 0, None:
    def method(self):
        pass
    method.__isabstractmethod__ = mark
    print(property(method).__isabstractmethod__, classmethod(method).__isabstractmethod__, end=' ')
    made = abc.ABCMeta('Made', (), {'method': property(method)})
    print(sorted(made.__abstractmethods__))


class Int(int):
    def __mul__(self, other):
        return Int(int(self) * int(other))

    def __repr__(self):
        return f'Int({int(self)})'


print(math.sumprod([Int(7)], [1.5]), math.sumprod([1.5], [Int(7)]), math.sumprod([True, 2], [1.5, 0.25]))
print(math.sumprod((10, -5, 2147483648), (2**80, 1.5, 1.5)), math.sumprod([2**62, 2**62, 1], [1, 1, 1.5]), math.sumprod([2**40], [2**40]))
