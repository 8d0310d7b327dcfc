"""Heaps in lists: the smallest item stands first."""
from _order import sift as _sift

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def _wrong(heap, function, argument='argument'):
    return TypeError(f'{function}() {argument} must be list, not {_type_name(heap) if heap is not None else None}')


def heappush(heap, item, /):
    """Push an item."""
    if not isinstance(heap, list):
        raise _wrong(heap, 'heappush', 'argument 1')
    heap.append(item)
    _sift(heap, 0, len(heap) - 1, False, False)


def heappop(heap, /):
    """Pop the smallest item."""
    if not isinstance(heap, list):
        raise _wrong(heap, 'heappop')
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    first, heap[0] = heap[0], last
    _sift(heap, 0, 0, True, False)
    return first


def heapreplace(heap, item, /):
    """Pop the smallest item, then push."""
    if not isinstance(heap, list):
        raise _wrong(heap, 'heapreplace', 'argument 1')
    if not heap:
        raise IndexError('index out of range')
    first, heap[0] = heap[0], item
    _sift(heap, 0, 0, True, False)
    return first


def heappushpop(heap, item, /):
    """Push, then pop the smallest item."""
    if not isinstance(heap, list):
        raise _wrong(heap, 'heappushpop', 'argument 1')
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sift(heap, 0, 0, True, False)
    return item


def heapify(heap, /):
    """Make a heap of a list, in place."""
    if not isinstance(heap, list):
        raise _wrong(heap, 'heapify')
    for at in reversed(range(len(heap) // 2)):
        _sift(heap, at, at, True, False)


def _heapify_max(heap, /):
    for at in reversed(range(len(heap) // 2)):
        _sift(heap, at, at, True, True)


def _heapreplace_max(heap, item, /):
    first, heap[0] = heap[0], item
    _sift(heap, 0, 0, True, True)
    return first


def _heappop_max(heap, /):
    last = heap.pop()
    return _heapreplace_max(heap, last) if heap else last


def merge(*iterables, key=None, reverse=False):  #: in heapq.py
    """The items of sorted inputs in one order."""
    ordered, pop, replace, direction = heapify, heappop, heapreplace, 1
    if reverse:
        ordered, pop, replace, direction = _heapify_max, _heappop_max, _heapreplace_max, -1
    heap = []
    for order, iterator in enumerate(map(iter, iterables)):  #: 349 for order, it in «enumerate(map(iter, iterables))»:
        for value in iterator:
            first = value if key is None else key(value)
            heap.append([first, order * direction, iterator, value])
            break
    ordered(heap)  #: 355 _heapify(h)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[3]
        for value in entry[2]:
            entry[0], entry[3] = value if key is None else key(value), value
            replace(heap, entry)  #: 362 «_heapreplace(h, s)»      # restore heap condition
            break
        else:
            pop(heap)  #: 364 «_heappop(h)»                 # remove empty iterator
    if heap:
        yield heap[0][3]
        yield from heap[0][2]


_PLAIN, _NOTHING = {int, str, bytes}, object()


def _is_plain(items):
    """Whether in these nothing shows of how they are compared."""
    kinds = set(map(type, items))
    return len(kinds) == 1 and kinds < _PLAIN


def nsmallest(n, iterable, key=None):  #: in heapq.py
    """The n smallest items, in order."""
    if n == 1:
        found = min(iter(iterable), default=_NOTHING, key=key)  #: 473 result = «min(it, default=sentinel, key=key)»
        return [] if found is _NOTHING else [found]
    whole = hasattr(iterable, '__len__') and n >= len(iterable)  #: 482 if «n >= size»:
    if whole or key is None and type(n) is int and type(iterable) in (list, tuple, set) and _is_plain(iterable):
        return sorted(iterable, key=key)[:max(n, 0)]  #: 483 return «sorted(iterable, key=key)»[:n]
    source = iter(iterable)  #: 487 it = «iter(iterable)»
    heap = []
    for order, elem in zip(range(n), source):  #: 507 result = [(key(elem), i, elem) for i, elem in zip(«range(n)», it)]
        ranked = elem if key is None else key(elem)  #: 507 result = [(«key(elem)», i, elem) for i, elem in zip(range(n), it)]
        heap.append((ranked, order, elem))
    if not heap:
        return heap
    _heapify_max(heap)  #: 493 _heapify_max(result)
    top, order = heap[0][0], n
    for elem in source:
        ranked = elem if key is None else key(elem)  #: 515 k = «key(elem)»
        if ranked < top:  #: 498 if «elem < top»:
            _heapreplace_max(heap, (ranked, order, elem))  #: 499 _heapreplace(result, (elem, order))
            top = heap[0][0]
            order += 1
    heap.sort()  #: 502 result.sort()
    return [elem for _, _, elem in heap]


def nlargest(n, iterable, key=None):  #: in heapq.py
    """The n largest items, the largest first."""
    if n == 1:
        found = max(iter(iterable), default=_NOTHING, key=key)  #: 533 result = «max(it, default=sentinel, key=key)»
        return [] if found is _NOTHING else [found]
    whole = hasattr(iterable, '__len__') and n >= len(iterable)  #: 542 if «n >= size»:
    if whole or key is None and type(n) is int and type(iterable) in (list, tuple, set) and _is_plain(iterable):
        return sorted(iterable, key=key, reverse=True)[:max(n, 0)]  #: 543 return «sorted(iterable, key=key, reverse=True)»[:n]
    source = iter(iterable)  #: 547 it = «iter(iterable)»
    heap = []
    for order, elem in zip(range(0, -n, -1), source):  #: 565 result = [(key(elem), i, elem) for i, elem in zip(«range(0, -n, -1)», it)]
        ranked = elem if key is None else key(elem)  #: 565 result = [(«key(elem)», i, elem) for i, elem in zip(range(0, -n, -1), it)]
        heap.append((ranked, order, elem))
    if not heap:
        return heap
    heapify(heap)  #: 551 heapify(result)
    top, order = heap[0][0], -n
    for elem in source:
        ranked = elem if key is None else key(elem)  #: 573 k = «key(elem)»
        if top < ranked:  #: 556 if «top < elem»:
            heapreplace(heap, (ranked, order, elem))  #: 557 _heapreplace(result, (elem, order))
            top = heap[0][0]
            order -= 1
    heap.sort(reverse=True)  #: 560 result.sort(reverse=True)
    return [elem for _, _, elem in heap]


from _frames import native as _native, shortcuts as _shortcuts, type_name as _type_name
_shortcuts(6, heappush, heappop)
_native(globals(), 'merge', 'nlargest', 'nsmallest')
