"""A heap that grows or shrinks while an item is asked says so, a list that ends before the place that is looked at as well."""
import bisect
import heapq


class Item:
    def __init__(self, value, act=None):
        self.value, self.act = value, act

    def __lt__(self, other):
        if self.act:
            self.act()
        if not isinstance(other, Item):
            return NotImplemented
        return self.value < other.value

    def __repr__(self):
        return f'Item({self.value})'


class Turned:
    """Knows only whether it is greater."""
    def __init__(self, value):
        self.value = value

    def __gt__(self, other):
        return [] if self.value <= other.value else [other]

    def __repr__(self):
        return f'Turned({self.value})'


class Heap(list):
    pass


def tell(function, *args):
    try:
        print(function.__name__, function(*args), args[0])
    except Exception as exc:
        print(function.__name__, type(exc).__name__, exc, args[0])


for act in (lambda: heap.append(None), lambda: heap.pop(), lambda: heap.clear()):
    for function in (heapq.heappop, heapq.heapify):
        heap = [Item(n, act if n == 2 else None) for n in (3, 2, 4, 1, 5, 6)]
        tell(function, heap)
    heap = [Item(n) for n in range(6)]
    tell(heapq.heappush, heap, Item(0, act))
    heap = [Item(n) for n in range(6)]
    tell(bisect.bisect_right, heap, Item(4, act))

for kind in (Item, Turned):
    heap = Heap()
    for n in (5, 3, 8, 1, 9, 2):
        heapq.heappush(heap, kind(n))
    print(heap, heapq.heapreplace(heap, kind(7)), heapq.heappushpop(heap, kind(0)).value, heap)
    print([heapq.heappop(heap) for _ in range(len(heap))])
    items = [kind(n) for n in (1, 3, 3, 5)]
    print([f(items, kind(n)) for n in range(7) for f in (bisect.bisect_left, bisect.bisect_right)])
    print(heapq.nlargest(2, items * 3), heapq.nsmallest(2, items * 3), list(heapq.merge(items, items)))
    print(bisect.bisect_left(tuple(items), kind(3)), bisect.bisect_left(items, kind(3), 2, 3))

tell(heapq.heappush, [Item(1)], 2)
tell(heapq.heapify, [1, Item(2), 3])
tell(bisect.bisect_left, [Item(1)], 2)
tell(bisect.bisect_left, [Item(1)], Item(2), 0, 9)
tell(bisect.insort, [Item(1), Item(3)], Item(2))
