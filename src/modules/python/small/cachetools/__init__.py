"""Mappings of a limited size, and decorators that keep results in them."""
import random
from collections import OrderedDict, namedtuple
from collections.abc import MutableMapping

from . import keys

__all__ = ('Cache', 'FIFOCache', 'LFUCache', 'LRUCache', 'RRCache', 'TLRUCache', 'TTLCache', 'cached', 'cachedmethod')
__version__ = '8.0.2'
_absent = object()


def _empty(cache):
    return KeyError(f'{type(cache).__name__} is empty')


class Cache(MutableMapping):
    """A mapping that makes room by `popitem`."""
    _sizes = None

    def __init__(self, maxsize, getsizeof=None):
        if maxsize < 0:
            raise ValueError('maxsize must be non-negative')
        if getsizeof is not None:
            self.getsizeof = getsizeof
        if self.getsizeof is not Cache.getsizeof:
            self._sizes = {}
        self._data, self._currsize, self._maxsize = {}, 0, maxsize

    @staticmethod
    def getsizeof(value):
        """How much of the cache a value takes."""
        return 1

    @property
    def maxsize(self):
        """How much there may be in the cache."""
        return self._maxsize

    @property
    def currsize(self):
        """How much is in the cache."""
        return self._currsize

    def __repr__(self):
        return f'{type(self).__name__}({self._data!r}, maxsize={self._maxsize!r}, currsize={self._currsize!r})'

    def __getitem__(self, key):
        try:
            return self._data[key]
        except KeyError:
            return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def __setitem__(self, key, value):
        size = 1 if self._sizes is None else self.getsizeof(value)
        if size > self._maxsize:
            raise ValueError('value too large')
        if size < 0:
            raise ValueError('value size must be non-negative')
        while self._currsize + (more := size - self._size_of(key)) > self._maxsize:
            self.popitem()
        self._data[key] = value
        if self._sizes is not None:
            self._sizes[key] = size
        self._currsize += more

    def _taken(self, key):
        value = self._data[key]
        del self[key]
        return key, value

    def _size_of(self, key):
        if key not in self._data:
            return 0
        return 1 if self._sizes is None else self._sizes[key]

    def __delitem__(self, key):
        size = self._size_of(key)
        del self._data[key]
        if self._sizes is not None:
            del self._sizes[key]
        self._currsize -= size

    def __contains__(self, key):
        return key in self._data

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def __copy__(self):
        other = type(self).__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._data = self._data.copy()
        if self._sizes is not None:
            other._sizes = self._sizes.copy()
        return other

    def get(self, key, default=None):
        return self[key] if key in self else default

    def pop(self, key, default=_absent):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default is _absent:
            raise KeyError(key)
        return default

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def clear(self):
        self._data.clear()
        self._currsize = 0
        if self._sizes is not None:
            self._sizes.clear()


class _Ordered(Cache):
    """Its keys in the order in which they go."""

    def __init__(self, maxsize, getsizeof=None):
        super().__init__(maxsize, getsizeof)
        self._order = OrderedDict()

    def __copy__(self):
        other = super().__copy__()
        other._order = self._order.copy()
        return other

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self._order[key] = None
        self._order.move_to_end(key)

    def __delitem__(self, key):
        super().__delitem__(key)
        del self._order[key]

    def popitem(self):
        """Removes the item whose turn it is."""
        for key in self._order:
            return self._taken(key)
        raise _empty(self) from None

    def clear(self):
        super().clear()
        self._order.clear()


class FIFOCache(_Ordered):
    """What was set first goes first."""


class LRUCache(_Ordered):
    """What was not used for longest goes first."""

    def __getitem__(self, key):
        value = super().__getitem__(key)
        if key in self._order:
            self._order.move_to_end(key)
        return value


class _Uses:
    """The keys that have been used so often, the one that has been for longest first."""

    def __init__(self, count):
        self.count, self.keys = count, {}


class LFUCache(Cache):
    """What was used least often goes first."""

    def __init__(self, maxsize, getsizeof=None):
        super().__init__(maxsize, getsizeof)
        # The _Uses of each key, and by their numbers.
        self._uses, self._groups = {}, {}

    def __copy__(self):
        other = super().__copy__()
        other._uses, other._groups = {}, {}
        for count, group in self._groups.items():
            other._groups[count] = copied = _Uses(count)
            copied.keys.update(group.keys)
            other._uses.update(dict.fromkeys(group.keys, copied))
        return other

    def __getitem__(self, key):
        value = super().__getitem__(key)
        if key in self._uses:
            self._count(key)
        return value

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if key in self._uses:
            self._count(key)
        else:
            self._uses[key] = self._enter(key, 1)

    def __delitem__(self, key):
        super().__delitem__(key)
        self._leave(key, self._uses.pop(key))

    def _enter(self, key, count):
        group = self._groups.get(count)
        if group is None:
            group = self._groups[count] = _Uses(count)
        # Comparing keys may use the cache as well.
        group.keys[key] = None
        self._groups[count] = group
        return group

    def _leave(self, key, group):
        del group.keys[key]
        if not group.keys:
            self._groups.pop(group.count, None)

    def _count(self, key):
        group = self._uses[key]
        if len(group.keys) == 1 and group.count + 1 not in self._groups:
            self._groups.pop(group.count, None)
            group.count += 1
            self._groups[group.count] = group
            return
        after = self._enter(key, group.count + 1)
        self._leave(key, group)
        self._uses[key] = after

    def popitem(self):
        """Removes the item that was used least often."""
        if not self._groups:
            raise _empty(self) from None
        return self._taken(next(iter(self._groups[min(self._groups)].keys)))

    def clear(self):
        super().clear()
        self._uses.clear()
        self._groups.clear()


class RRCache(Cache):
    """Any goes first."""

    def __init__(self, maxsize, choice=random.choice, getsizeof=None):
        super().__init__(maxsize, getsizeof)
        self._choice, self._keys, self._places = choice, [], {}

    def __copy__(self):
        other = super().__copy__()
        other._keys, other._places = self._keys.copy(), self._places.copy()
        return other

    @property
    def choice(self):
        """What chooses the key that goes."""
        return self._choice

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        if key not in self._places:
            self._places[key] = len(self._keys)
            self._keys.append(key)

    def __delitem__(self, key):
        super().__delitem__(key)
        place, last = self._places.pop(key), self._keys.pop()
        if place != len(self._keys):
            self._keys[place], self._places[last] = last, place

    def popitem(self):
        """Removes an item."""
        if not self._keys:
            raise _empty(self) from None
        return self._taken(self._choice(self._keys))

    def clear(self):
        super().clear()
        self._keys.clear()
        self._places.clear()


class CacheInfo(namedtuple('CacheInfo', 'hits misses maxsize currsize')):
    """How a cache was used."""
    __slots__ = ()

    @classmethod
    def _of(cls, cache, hits, misses):
        if isinstance(cache, Cache):
            return cls(hits, misses, cache.maxsize, cache.currsize)
        return cls(hits, misses, None, len(cache))


def cached(cache, key=keys.hashkey, lock=None, condition=None, info=False):
    """Keeps a function's results in a cache."""
    from ._decorators import _Cached
    if cache is None:
        raise TypeError('cache must not be None')
    return lambda func: _Cached(func, cache, key, lock, condition, CacheInfo._of if info else None)


def cachedmethod(cache, key=keys.methodkey, lock=None, condition=None, info=False):
    """Keeps a method's results in the cache that a function gives for its object."""
    from ._decorators import _CachedMethod, _MethodDescriptor
    if not callable(cache):
        raise TypeError('cache must be callable')
    make_info = CacheInfo._of if info else None
    return lambda method: _MethodDescriptor(
        method, lambda obj, own, method: _CachedMethod(obj, own, method, cache, key, lock, condition, make_info))


from ._timed import TLRUCache, TTLCache
