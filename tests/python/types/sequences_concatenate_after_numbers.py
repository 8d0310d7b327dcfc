# Which method `+`, `+=`, `*` and `*=` of sequences ask, with operands that know them and with classes derived from sequences.
from collections import deque


class Knows:
    def __radd__(self, other):
        return f'radd {type(other).__name__}'

    def __rmul__(self, other):
        return f'rmul {type(other).__name__}'


class Refuses:
    def __radd__(self, other):
        return NotImplemented

    __rmul__ = __radd__


def derived(base):
    class Plain(base):
        pass

    class OwnAdd(base):
        def __add__(self, other):
            return 'own add'

        def __mul__(self, other):
            return 'own mul'

    class SuperAdd(base):
        def __add__(self, other):
            print('super add')
            return super().__add__(other)

    class OwnInPlace(base):
        def __iadd__(self, other):
            return 'own iadd'

        def __imul__(self, other):
            return 'own imul'

    return base, Plain, OwnAdd, SuperAdd, OwnInPlace


def add(x, y):
    x += y
    return x


def multiply(x, y):
    x *= y
    return x


for base, start in (deque, [1]), (bytearray, b'a'), (list, [1]):
    for cls in derived(base):
        for other in Knows(), Refuses(), start, cls(start), 2:
            for sign, operate in (('+', lambda: cls(start) + other), ('+=', lambda: add(cls(start), other)),
                                  ('*', lambda: cls(start) * other), ('*=', lambda: multiply(cls(start), other))):
                try:
                    print(cls.__name__, sign, type(other).__name__, '->', operate())
                except TypeError as error:
                    print(cls.__name__, sign, type(other).__name__, '->', error)

ring = same = derived(deque)[2]([1])
ring += [2]
print(list(ring), ring is same)
