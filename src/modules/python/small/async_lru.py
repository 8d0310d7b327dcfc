"""Keeps the results of coroutine functions; calls that come meanwhile wait for the one that runs."""
import asyncio
import functools
import inspect
import random
import warnings
from collections import OrderedDict
from functools import _CacheInfo, _make_key

__version__ = '2.4.0'
__all__ = ('AlruCacheLoopResetWarning', 'alru_cache')


class AlruCacheLoopResetWarning(UserWarning):
    """A cache is used in another loop than before."""


class _Item:
    """A call: its task, the timer that ends it, how many wait for it."""

    def __init__(self, task):
        self.task, self.timer, self.waiters = task, None, 1

    def cancel_timer(self):
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None


class _LRUCacheWrapper:
    """A function with its cache."""

    def __init__(self, fn, maxsize, typed, ttl, jitter, key):
        functools.update_wrapper(self, fn)
        self._maxsize, self._typed, self._ttl, self._jitter = maxsize, typed, ttl, jitter
        self._key = key or (lambda *args, **kwargs: _make_key(args, kwargs, typed))
        self._items, self._closed, self._hits, self._misses = OrderedDict(), False, 0, 0
        self._loop, self._warned = None, False

    def _running(self):
        return list({item.task for item in self._items.values() if not item.task.done()})

    def _check_loop(self, loop):
        if self._loop not in (None, loop):
            if not self._warned:
                warnings.warn('alru_cache detected event loop change and auto-cleared stale entries. This is safe but '
                              'unusual outside of tests (pytest-anyio, etc.).', AlruCacheLoopResetWarning, stacklevel=3)
                self._warned = True
            self.cache_clear()
        self._loop = loop

    def cache_contains(self, /, *args, **kwargs):
        return self._key(*args, **kwargs) in self._items

    def cache_invalidate(self, /, *args, **kwargs):
        item = self._items.pop(self._key(*args, **kwargs), None)
        if item is not None:
            item.cancel_timer()
        return item is not None

    def cache_clear(self):
        self._hits = self._misses = 0
        for item in self._items.values():
            item.cancel_timer()
        self._items.clear()

    async def cache_close(self, *, wait=False):
        self._closed = True
        tasks = self._running()
        if tasks:
            for task in tasks if not wait else ():
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    def cache_info(self):
        return _CacheInfo(self._hits, self._misses, self._maxsize, len(self._items))

    def cache_parameters(self):
        return {'maxsize': self._maxsize, 'typed': self._typed, 'tasks': len(self._running()), 'closed': self._closed}

    def _ended(self, key, task):
        if task.cancelled() or task._exception is not None:
            self._items.pop(key, None)
            return
        item = self._items.get(key)
        if self._ttl is not None and item is not None:
            later = self._ttl + (0 if self._jitter is None else random.uniform(0, self._jitter))
            item.timer = asyncio.get_running_loop().call_later(later, self._items.pop, key, None)

    async def _result(self, item, key):
        try:
            return await asyncio.shield(item.task)
        except asyncio.CancelledError:
            # Nobody else waits for it.
            if item.waiters == 1 and not item.task.done():
                item.cancel_timer()
                item.task.cancel()
                self._items.pop(key, None)
            raise
        finally:
            item.waiters -= 1

    async def __call__(self, /, *args, **kwargs):
        if self._closed:
            raise RuntimeError(f'alru_cache is closed for {self}')
        loop = asyncio.get_running_loop()
        self._check_loop(loop)
        key = self._key(*args, **kwargs)
        item = self._items.get(key)
        if item is not None:
            self._hits += 1
            self._items.move_to_end(key)
            if item.task.done():
                return item.task.result()
            item.waiters += 1
            return await self._result(item, key)
        task = loop.create_task(self.__wrapped__(*args, **kwargs))
        task.add_done_callback(functools.partial(self._ended, key))
        item = self._items[key] = _Item(task)
        if self._maxsize is not None and len(self._items) > self._maxsize:
            self._items.popitem(last=False)[1].cancel_timer()
        self._misses += 1
        return await self._result(item, key)

    def __get__(self, instance, owner=None):
        return self if owner is None else _LRUCacheWrapperInstanceMethod(self, instance)


class _LRUCacheWrapperInstanceMethod:
    """A method with the cache of its function."""

    def __init__(self, wrapper, instance):
        functools.update_wrapper(self, wrapper, updated=())
        self.__wrapped__, self.__self__, self._wrapper = wrapper.__wrapped__, instance, wrapper
        inspect.markcoroutinefunction(self)

    def cache_contains(self, /, *args, **kwargs):
        return self._wrapper.cache_contains(self.__self__, *args, **kwargs)

    def cache_invalidate(self, /, *args, **kwargs):
        return self._wrapper.cache_invalidate(self.__self__, *args, **kwargs)

    def cache_clear(self):
        self._wrapper.cache_clear()

    async def cache_close(self, *, wait=False):
        await self._wrapper.cache_close(wait=wait)

    def cache_info(self):
        return self._wrapper.cache_info()

    def cache_parameters(self):
        return self._wrapper.cache_parameters()

    async def __call__(self, /, *args, **kwargs):
        return await self._wrapper(self.__self__, *args, **kwargs)


def _decorator(maxsize, typed, ttl=None, jitter=None, key=None):
    if jitter is not None and ttl is None:
        raise ValueError('jitter requires ttl to be set')
    if jitter is not None and jitter < 0:
        raise ValueError('jitter must be non-negative')
    if key is not None and not callable(key):
        raise TypeError('key must be callable')
    if key is not None and typed:
        raise ValueError('typed is ignored when a custom key callable is provided')

    def decorate(fn):
        origin = fn
        while isinstance(origin, (functools.partial, functools.partialmethod)):
            origin = origin.func
        if not inspect.iscoroutinefunction(origin):
            raise RuntimeError(f'Coroutine function is required, got {fn!r}')
        if hasattr(fn, '_make_unbound_method'):
            fn = fn._make_unbound_method()
        return inspect.markcoroutinefunction(_LRUCacheWrapper(fn, maxsize, typed, ttl, jitter, key))
    return decorate


def alru_cache(maxsize=128, typed=False, *, ttl=None, jitter=None, key=None):
    """Decorates a coroutine function with a cache of its last results."""
    if maxsize is None or isinstance(maxsize, int):
        return _decorator(maxsize, typed, ttl, jitter, key)
    if callable(maxsize) or hasattr(maxsize, '_make_unbound_method'):
        return _decorator(128, False)(maxsize)
    raise NotImplementedError(f'{maxsize!r} decorating is not supported')
