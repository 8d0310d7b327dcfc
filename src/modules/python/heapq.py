"""Heaps in lists: the smallest item stands first."""
__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def _rise(heap, start, at):
    """Moves the item at `at` up to its place."""
    item = heap[at]
    while at > start:
        above = (at - 1) >> 1
        parent = heap[above]
        if not item < parent:
            break
        heap[at] = parent
        at = above
    heap[at] = item


def _sink(heap, at):
    """Moves the hole at `at` down to a leaf along the smaller children, then the item up again."""
    end, start = len(heap), at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, start, at)


def _check(heap, function, argument='argument'):
    if not isinstance(heap, list):
        raise TypeError(f'{function}() {argument} must be list, not {type(heap).__name__}')


def heappush(heap, item, /):
    """Push an item."""
    _check(heap, 'heappush', 'argument 1')
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Pop the smallest item."""
    _check(heap, 'heappop')
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    first, heap[0] = heap[0], last
    _sink(heap, 0)
    return first


def heapreplace(heap, item, /):
    """Pop the smallest item, then push."""
    _check(heap, 'heapreplace', 'argument 1')
    if not heap:
        raise IndexError('index out of range')
    first, heap[0] = heap[0], item
    _sink(heap, 0)
    return first


def heappushpop(heap, item, /):
    """Push, then pop the smallest item."""
    _check(heap, 'heappushpop', 'argument 1')
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(heap, /):
    """Make a heap of a list, in place."""
    _check(heap, 'heapify')
    for at in reversed(range(len(heap) // 2)):
        _sink(heap, at)


def merge(*iterables, key=None, reverse=False):
    """The items of sorted inputs in one order."""
    class Head:
        __slots__ = ('key', 'order', 'value', 'iterator')

        def __lt__(self, other):
            if reverse:
                return other.key < self.key or not self.key < other.key and self.order < other.order
            return self.key < other.key or not other.key < self.key and self.order < other.order

    heap = []
    for order, iterator in enumerate(map(iter, iterables)):
        for value in iterator:
            head = Head()
            head.order, head.iterator, head.value = order, iterator, value
            head.key = value if key is None else key(value)
            heap.append(head)
            break
    heapify(heap)
    while heap:
        head = heap[0]
        yield head.value
        for value in head.iterator:
            head.value = value
            head.key = value if key is None else key(value)
            _sink(heap, 0)
            break
        else:
            heappop(heap)


def nsmallest(n, iterable, key=None):
    """The n smallest items, in order."""
    items = sorted(iterable, key=key)
    return items if n >= len(items) else items[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first."""
    items = sorted(iterable, key=key, reverse=True)
    return items if n >= len(items) else items[:max(n, 0)]


from _frames import native as _native, shortcuts as _shortcuts
_shortcuts(6, heappush, heappop)
_native(globals(), 'merge', 'nlargest', 'nsmallest')
