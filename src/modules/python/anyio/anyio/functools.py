"""Caches of what coroutine functions give, for each event loop apart, and `reduce` with one."""
import functools as _functools
import inspect as _inspect
import typing as _typing
import weakref as _weakref
from collections import OrderedDict as _OrderedDict, namedtuple as _namedtuple
from collections.abc import AsyncIterable as _AsyncIterable, Iterable as _Iterable

from anyio import _sync
from anyio.lowlevel import RunVar as _RunVar, checkpoint as _checkpoint

__all__ = 'AsyncCacheInfo', 'AsyncCacheParameters', 'AsyncLRUCacheWrapper', 'cache', 'lru_cache', 'reduce'
_nothing = object()
_caches = _RunVar('lru_cache_items')
AsyncCacheInfo = _namedtuple('AsyncCacheInfo', 'hits misses maxsize currsize ttl')


class AsyncCacheParameters(_typing.TypedDict):
    maxsize: int | None
    typed: bool
    always_checkpoint: bool
    ttl: int | None


class _Entry:
    """What a call has given; while one is on its way, whoever asks for the same waits at the lock."""
    __slots__ = 'value', 'lock', 'until'

    def __init__(self, value, lock, until=None):
        self.value, self.lock, self.until = value, lock, until


class _Method:
    """The cache of a method, asked through an object."""

    def __init__(self, cache, instance):
        self._cache, self._given = cache, () if instance is None else (instance,)
        self.cache_info, self.cache_parameters, self.cache_clear = cache.cache_info, cache.cache_parameters, cache.cache_clear

    async def __call__(self, *args, **kwargs):
        return await self._cache(*self._given, *args, **kwargs)


class AsyncLRUCacheWrapper:
    def __init__(self, func, maxsize, typed, always_checkpoint, ttl):
        self.__wrapped__ = func
        self._hits = self._misses = self._currsize = 0
        self._maxsize = None if maxsize is None else max(maxsize, 0)
        self._typed, self._always_checkpoint, self._ttl = typed, always_checkpoint, ttl
        _functools.update_wrapper(self, func)

    def cache_info(self):
        return AsyncCacheInfo(self._hits, self._misses, self._maxsize, self._currsize, self._ttl)

    def cache_parameters(self):
        return {'maxsize': self._maxsize, 'typed': self._typed, 'always_checkpoint': self._always_checkpoint, 'ttl': self._ttl}

    def cache_clear(self):
        if caches := _caches.get(None):
            caches.pop(self, None)
            self._hits = self._misses = self._currsize = 0

    def __get__(self, instance, owner=None):
        method = _Method(self, instance)
        _functools.update_wrapper(method, self.__wrapped__)
        return method

    def _key(self, args, kwargs):
        key = [*args]
        if kwargs:
            key += _nothing, *(part for pair in kwargs.items() for part in pair)
        if self._typed:
            key += map(type, args)
            if kwargs:
                key += _nothing, *map(type, kwargs.values())
        return tuple(key)

    def _entries(self):
        try:
            caches = _caches.get()
        except LookupError:
            caches = _weakref.WeakKeyDictionary()
            _caches.set(caches)
        return caches.setdefault(self, _OrderedDict())

    def _hit(self, entries, key):
        self._hits += 1
        entries.move_to_end(key)

    async def __call__(self, *args, **kwargs):
        if self._maxsize == 0:
            value = await self.__wrapped__(*args, **kwargs)
            self._misses += 1
            return value
        from anyio import current_time
        entries, key = self._entries(), self._key(args, kwargs)
        entry = entries.get(key)
        late = entry is not None and entry.lock is None and entry.until is not None and current_time() >= entry.until
        if entry is None or late:
            self._currsize -= late
            entry = entries[key] = _Entry(_nothing, _sync.Lock(fast_acquire=not self._always_checkpoint))
        if entry.lock is None:
            self._hit(entries, key)
            if self._always_checkpoint:
                await _checkpoint()
            return entry.value
        async with entry.lock:
            found = entries[key]
            if found.value is not _nothing:
                self._hit(entries, key)
                return found.value
            self._misses += 1
            if self._maxsize is not None and self._currsize >= self._maxsize:
                entries.popitem(last=False)
            else:
                self._currsize += 1
            value = await self.__wrapped__(*args, **kwargs)
            entries[key] = _Entry(value, None, None if self._ttl is None else current_time() + self._ttl)
            return value


def cache(func, /):
    """As `lru_cache`, of any size."""
    return lru_cache(maxsize=None)(func)


def lru_cache(func=None, /, *, maxsize=128, typed=False, always_checkpoint=False, ttl=None):
    """Keeps what a coroutine function has given; of a plain function, what `functools.lru_cache` keeps."""
    def wrap(func, /):
        if _inspect.iscoroutinefunction(func):
            return AsyncLRUCacheWrapper(func, maxsize, typed, always_checkpoint, ttl)
        return _functools.lru_cache(maxsize=maxsize, typed=typed)(func)
    if func is None:
        return wrap
    if not callable(func):
        raise TypeError('the first argument must be callable')
    return wrap(func)


async def _each(iterable):
    if isinstance(iterable, _AsyncIterable):
        async for item in iterable:
            yield item
        return
    for item in iterable:
        yield item


async def reduce(function, iterable, /, initial=_nothing):
    """What the coroutine function makes of the first item and the second, of that and the third, and so on."""
    if not isinstance(iterable, (_AsyncIterable, _Iterable)):
        raise TypeError('reduce() argument 2 must be an iterable or async iterable')
    value, called = initial, False
    async for item in _each(iterable):
        if value is _nothing:
            value = item
            continue
        value, called = await function(value, item), True
    if value is _nothing:
        raise TypeError('reduce() of empty sequence with no initial value')
    if not called:
        await _checkpoint()
    return value
