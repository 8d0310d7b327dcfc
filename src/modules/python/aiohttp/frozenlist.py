"""Lists that can be frozen."""
from collections.abc import MutableSequence as _MutableSequence


class FrozenList(_MutableSequence):
    """A list that nobody changes once it is frozen."""
    __class_getitem__ = classmethod(type(list[int]))

    def __init__(self, items=None):
        self._items, self._frozen = [] if items is None else list(items), False

    frozen = property(lambda self: self._frozen)

    def freeze(self):
        self._frozen = True

    def _changed(self):
        if self._frozen:
            raise RuntimeError('Cannot modify frozen list.')
        return self._items

    def __getitem__(self, index):
        return self._items[index]

    def __setitem__(self, index, value):
        self._changed()[index] = value

    def __delitem__(self, index):
        del self._changed()[index]

    def insert(self, index, value):
        self._changed().insert(index, value)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __eq__(self, other):
        return list(self) == other

    def __lt__(self, other):
        return list(self) < other

    def __hash__(self):
        if not self._frozen:
            raise RuntimeError('Cannot hash unfrozen list.')
        return hash(tuple(self))

    def __repr__(self):
        return f'<FrozenList(frozen={self._frozen}, {self._items!r})>'
