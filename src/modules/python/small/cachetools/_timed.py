"""Caches whose items expire."""
import copy
import heapq
import time
from collections import OrderedDict

from . import Cache, _empty


class _Timer:
    """A timer that stands still within `with`."""

    def __init__(self, timer):
        self._timer, self._depth, self._now = timer, 0, None

    def __call__(self):
        return self._now if self._depth else self._timer()

    def __enter__(self):
        self._now = self()
        self._depth += 1
        return self._now

    def __exit__(self, *exc):
        self._depth -= 1

    def __copy__(self):
        return _Timer(self._timer)

    def __deepcopy__(self, memo):
        return _Timer(copy.deepcopy(self._timer, memo))

    def __reduce__(self):
        return _Timer, (self._timer,)

    def __getattr__(self, name):
        if name.startswith('__') or name == '_timer':
            raise AttributeError(name)
        return getattr(self._timer, name)


class _TimedCache(Cache):
    """Until when each item holds stands in `_expiry`, the least recently used first."""

    def __init__(self, maxsize, timer, getsizeof=None):
        super().__init__(maxsize, getsizeof)
        self._clock, self._expiry = _Timer(timer), OrderedDict()

    def __copy__(self):
        other = super().__copy__()
        other._clock, other._expiry = copy.copy(self._clock), self._expiry.copy()
        return other

    @property
    def timer(self):
        """What tells the time."""
        return self._clock

    def __repr__(self):
        with self._clock as now:
            self.expire(now)
            return super().__repr__()

    def __len__(self):
        with self._clock as now:
            self.expire(now)
            return super().__len__()

    @property
    def currsize(self):
        """How much is in the cache."""
        with self._clock as now:
            self.expire(now)
            return self._currsize

    def get(self, key, default=None):
        with self._clock:
            return super().get(key, default)

    def pop(self, key, *default):
        with self._clock:
            return super().pop(key, *default)

    def setdefault(self, key, default=None):
        with self._clock:
            return super().setdefault(key, default)

    def __contains__(self, key):
        return key in self._expiry and self._clock() < self._expiry[key]

    def __getitem__(self, key):
        if key not in self._expiry:
            return super().__getitem__(key)
        self._expiry.move_to_end(key)
        return super().__getitem__(key) if self._clock() < self._expiry[key] else self.__missing__(key)

    def __delitem__(self, key):
        super().__delitem__(key)
        if not self._clock() < self._expiry.pop(key):
            raise KeyError(key)

    def __iter__(self):
        for key in list(self._data):
            if key in self:
                yield key

    def popitem(self):
        """Removes the item that was not used for longest."""
        with self._clock as now:
            self.expire(now)
            for key in self._expiry:
                value = self._data[key]
                del self[key]
                return key, value
            raise _empty(self) from None

    def clear(self):
        super().clear()
        self._expiry.clear()

    def _forget(self, key):
        value = self._data[key]
        Cache.__delitem__(self, key)
        del self._expiry[key]
        return key, value


class TTLCache(_TimedCache):
    """A cache of so many items, each for so long."""

    def __init__(self, maxsize, ttl, timer=time.monotonic, getsizeof=None):
        super().__init__(maxsize, timer, getsizeof)
        # The keys in the order in which they were set, which is that in which they expire.
        self._ttl, self._order = ttl, {}

    def __copy__(self):
        other = super().__copy__()
        other._order = self._order.copy()
        return other

    @property
    def ttl(self):
        """For how long an item holds."""
        return self._ttl

    def __setitem__(self, key, value):
        with self._clock as now:
            expires = now + self._ttl
            self.expire(now)
            super().__setitem__(key, value)
        self._expiry[key] = expires
        self._expiry.move_to_end(key)
        self._order.pop(key, None)
        self._order[key] = None

    def __delitem__(self, key):
        self._order.pop(key, None)
        super().__delitem__(key)

    def expire(self, time=None):
        """Removes what holds no longer, and gives it."""
        time, expired = self._clock() if time is None else time, []
        while self._order and not time < self._expiry[first := next(iter(self._order))]:
            del self._order[first]
            expired.append(self._forget(first))
        return expired

    def clear(self):
        super().clear()
        self._order.clear()


class TLRUCache(_TimedCache):
    """A cache of so many items, each for as long as a function says."""

    def __init__(self, maxsize, ttu, timer=time.monotonic, getsizeof=None):
        super().__init__(maxsize, timer, getsizeof)
        self._ttu, self._heap, self._count = ttu, [], 0

    def __copy__(self):
        other = super().__copy__()
        other._heap = self._heap.copy()
        return other

    @property
    def ttu(self):
        """What says until when an item holds."""
        return self._ttu

    def __setitem__(self, key, value):
        with self._clock as now:
            self.expire(now)
            expires = self._ttu(key, value, now)
            if not now < expires:
                if key in self._expiry:
                    self._forget(key)
                return
            super().__setitem__(key, value)
        self._expiry[key] = expires
        self._expiry.move_to_end(key)
        self._count += 1
        heapq.heappush(self._heap, (expires, self._count, key))

    def expire(self, time=None):
        """Removes what holds no longer, and gives it."""
        time, expired, heap = self._clock() if time is None else time, [], self._heap
        # An entry of an item that was set anew, or has gone, says nothing any more.
        while heap and (self._expiry.get(heap[0][2]) != heap[0][0] or not time < heap[0][0]):
            until, _, key = heapq.heappop(heap)
            if self._expiry.get(key) == until:
                expired.append(self._forget(key))
        return expired

    def clear(self):
        super().clear()
        self._heap.clear()


for _class in (TTLCache, TLRUCache):
    _class.__module__ = 'cachetools'
del _class
