import math
import operator


class Level(str):
    def __index__(self):
        return len(self)


class Weight(list):
    def __float__(self):
        return 2.5

    def __int__(self):
        return 2

    def __complex__(self):
        return 1j


class Odd(dict):
    def __index__(self):
        return 'none'


class Count(int):
    def __float__(self):
        return 0.25


two = Level('ab')
print(operator.index(two), int(two), float(two), [1, 2, 3][two], range(two), hex(two), 'x' * two, 'abcd'[two:], '%d' % two, chr(two))
print(float(Weight()), int(Weight()), complex(Weight()), math.sqrt(Weight()), '%f' % Weight())
print(float(Count(4)), math.sqrt(Count(4)), int(Count(4)))
for ask in operator.index, int, float, complex, range, bin, [1].__getitem__:
    try:
        ask(Odd())
    except TypeError as error:
        print(error)
try:
    'x' * Weight()
except TypeError as error:
    print(error)
