"""What sorts by a program's __lt__ asks it in CPython's order, takes any answer, and goes on where it does not know."""
import heapq


class Item:
    def __init__(self, x):
        self.x = x

    def __lt__(self, other):
        print(self.x, other.x, end='; ')
        return self.x < other.x


class Odd(Item):
    def __lt__(self, other):
        return NotImplemented if self.x % 2 else ([] if self.x >= other.x else [1])

    def __gt__(self, other):
        print('gt', self.x, other.x, end='; ')
        return self.x > other.x


class Sub(Item):
    def __gt__(self, other):
        print('sub', end='; ')
        return self.x > other.x


class Wrong:
    def __lt__(self, other):
        raise KeyError('no')


class Unknowing:
    def __lt__(self, other):
        return NotImplemented


print([i.x for i in sorted([Item(n * 7 % 11) for n in range(11)])])
print([i.x for i in sorted([Item(n * 5 % 7) for n in range(7)], reverse=True)])
print([i.x for i in sorted([Odd(n * 5 % 7) for n in range(7)])])
print([i.x for i in sorted([Item(3), Sub(1), Item(2), Sub(0)])])
print([n for n in sorted(range(6), key=lambda n: Item(-n))])
for kind in (Wrong, Unknowing):
    try:
        sorted([kind(), kind()])
    except (KeyError, TypeError) as e:
        print(type(e).__name__, e)
heap = [Item(n) for n in (3, 1, 2)]
heapq.heapify(heap)
print([heapq.heappop(heap).x for _ in range(3)], min(heap, default=None))
