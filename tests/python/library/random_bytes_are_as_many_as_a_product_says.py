"""`randbytes(n)` draws `n * 8` bits, whatever the product of an `n` is, and CPython's words tell what is none."""
import random
import traceback


class Eight:
    def __init__(self, product):
        self.product = product

    def __mul__(self, other):
        return self.product


class Number(int):
    def __mul__(self, other):
        return 8


class Index:
    def __index__(self):
        return 3


class Both(Index):
    def __mul__(self, other):
        return self


for given in (None, 'a', '', [1], (), {}, b'ab', 1.5, 1j, object(), Eight(16), Eight(2.5), Index(), Both(), Number(5), True, 3, 0,
              -1, 2**70, -2**70):
    shown = type(given).__name__
    random.seed(7)
    try:
        print(shown, random.randbytes(given))
    except (TypeError, ValueError, OverflowError) as e:
        print(shown, type(e).__name__, e)
random.seed(7)
print(random.randbytes(n=5), random.randbytes(2))
for given in 'ab', -1:
    try:
        random.randbytes(given)
    except (TypeError, ValueError):
        traceback.print_exc()
