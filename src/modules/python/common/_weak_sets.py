"""Sets that keep what is in them only as long as others do."""
from _weak import ref
from collections.abc import MutableSet as _MutableSet

__name__ = 'weakref'  # where what is here is said to be  #: in weakref.py


class WeakSet:
    """A set whose members may go."""
    __module__ = '_weakrefset'
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, data=None):  #: in _weakrefset.py
        self.data = {}
        self._remove = _remover(self)
        if data is not None:
            self.update(data)  #: 51

    def __iter__(self):
        for reference in list(self.data):
            item = reference()
            if item is not None:
                yield item

    def __len__(self):
        return sum(reference() is not None for reference in list(self.data))

    def __contains__(self, item):
        try:
            reference = ref(item)
        except TypeError:
            return False
        return reference in self.data

    def add(self, item):  #: in _weakrefset.py
        self.data[ref(item, self._remove)] = None  #: 88 self.data.add(«ref(item, self._remove)»)

    def discard(self, item):
        self.data.pop(ref(item), None)

    def remove(self, item):
        del self.data[ref(item)]

    def clear(self):
        self.data.clear()

    def update(self, other):  #: in _weakrefset.py
        for item in other:
            self.add(item)  #: 124 self.add(element)

    def copy(self):
        return type(self)(self)

    def pop(self):
        for item in self:
            self.discard(item)
            return item
        raise KeyError('pop from empty WeakSet')  #: 105 raise KeyError('pop from empty WeakSet') from None

    def union(self, other):
        return type(self)(item for each in (self, other) for item in each)

    def intersection(self, other):
        return type(self)(item for item in other if item in self)

    def difference(self, other):
        others = _those(other)
        return type(self)(item for item in self if ref(item) not in others)

    def symmetric_difference(self, other):
        return self.difference(other).union(item for item in other if item not in self)

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def intersection_update(self, other):
        kept = set(self.data).intersection(ref(item) for item in other)
        for reference in list(self.data):
            if reference not in kept:
                self.data.pop(reference, None)

    def difference_update(self, other):
        if self is other:
            self.data.clear()
            return
        for item in other:
            self.data.pop(ref(item), None)

    def symmetric_difference_update(self, other):
        if self is other:
            self.data.clear()
            return
        for reference in dict.fromkeys([ref(item, self._remove) for item in other]):
            if reference in self.data:
                del self.data[reference]
            else:
                self.data[reference] = None

    def issubset(self, other):
        return _those(self) <= _those(other)

    def issuperset(self, other):
        return _those(self) >= _those(other)

    __le__, __ge__ = issubset, issuperset

    def __lt__(self, other):
        return _those(self) < _those(other)

    def __gt__(self, other):
        return _those(self) > _those(other)

    def __eq__(self, other):
        return _those(self) == _those(other) if isinstance(other, type(self)) else NotImplemented

    def isdisjoint(self, other):
        return not self.intersection(other)

    def __repr__(self):
        return repr({reference for reference in self.data})


_MutableSet.register(WeakSet)


def _those(items):
    """Their references, as a set."""
    return {ref(item) for item in items}
