# What fuzzing found in words and orders.
import collections
import math


class D:
    def __init__(self, **given):
        self.given = given


class Shouting(collections.OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


def show(what):
    try:
        print(what())
    except Exception as e:
        print(type(e).__name__, e)


show(lambda: int.from_bytes('abc'))
show(lambda: int.from_bytes(7))
show(lambda: int.from_bytes([1, 2]))
show(lambda: sum(5, b''))
show(lambda: sum(5, ''))
show(lambda: collections.OrderedDict([1]))
show(lambda: collections.OrderedDict(['']))
show(lambda: collections.OrderedDict(['a']))
show(lambda: collections.OrderedDict(['ab', 'cd']))
show(lambda: collections.OrderedDict(['abc']))
show(lambda: collections.OrderedDict([], []))
show(lambda: collections.OrderedDict({'b': 1}, a=2))
show(lambda: Shouting([('a', 1)], b=2))
show(lambda: {x for x in (3, 5)}.union({1: 0, 7: 0, 9: 0, 40: 0}))
show(lambda: math.comb(3, 2**70))
show(lambda: math.perm(3, 2**70))
show(lambda: D(**[1]))
show(lambda: collections.Counter({'a': 1, 1: [2]}).most_common(2))
show(lambda: collections.Counter('abracadabra').most_common(2))
