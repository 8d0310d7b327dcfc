"""pairwise over an iterator that asks it in turn; deques of a program's class are copied by that class."""
import functools
import itertools
from collections import deque


def pairs(asks_at, count):
    class Numbers:
        at = 0

        def __iter__(self):
            return self

        def __next__(self):
            self.at += 1
            return next(found) if self.at in asks_at else [self.at]

    found = itertools.pairwise(Numbers())
    print([next(found) for _ in range(count)])


for places in {1}, {2}, {3}, {1, 2}, {1, 3}, {2, 3}:
    pairs(places, 3)


class Fails:
    at = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.at += 1
        if self.at == 3:
            raise ValueError
        return self.at


found = itertools.pairwise(Fails())
print(next(found))
try:
    next(found)
except ValueError:
    print(next(found, 'over'))


class Counted(deque):
    def __init__(self, *args):
        print('made of', args)
        super().__init__(*args)


first = Counted([1, 2], 3)
print(first + deque([3, 4]), first * 2, 2 * first, first.copy())
first *= 2
print(first)


class Odd(deque):
    pass


odd = Odd([1])
Odd.__new__ = lambda cls, *args: [42]
for act in (lambda: odd * 2, lambda: odd + deque(), lambda: odd.copy()):
    try:
        print(act())
    except TypeError as e:
        print(e)


class Own(functools.partial):
    pass


class Plain:
    pass


for thing in functools.partial(hex), Own(hex), Plain():
    thing.x = 1
    try:
        del thing.__dict__
        print(thing.__dict__)
    except TypeError as e:
        print(e)
