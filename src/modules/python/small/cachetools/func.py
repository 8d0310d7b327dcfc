"""Decorators like `functools.lru_cache`, of several kinds of caches."""
import math
import random
import time
from threading import Condition

from . import FIFOCache, LFUCache, LRUCache, RRCache, TTLCache, cached, keys

__all__ = ('fifo_cache', 'lfu_cache', 'lru_cache', 'rr_cache', 'ttl_cache')


class _UnboundTTLCache(TTLCache):
    def __init__(self, ttl, timer):
        super().__init__(math.inf, ttl, timer)

    @property
    def maxsize(self):
        return None


def _decorator(make, maxsize, typed, endless=dict):
    if callable(maxsize):
        return _decorator(make, 128, typed)(maxsize)

    def decorate(func):
        cache = endless() if maxsize is None else make(maxsize)
        key = keys.typedkey if typed else keys.hashkey
        wrapper = cached(cache, key, condition=Condition(), info=True)(func)
        wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
        return wrapper
    return decorate


def fifo_cache(maxsize=128, typed=False):
    """Keeps the results that came last."""
    return _decorator(FIFOCache, maxsize, typed)


def lfu_cache(maxsize=128, typed=False):
    """Keeps the results that are used most often."""
    return _decorator(LFUCache, maxsize, typed)


def lru_cache(maxsize=128, typed=False):
    """Keeps the results that were used last."""
    return _decorator(LRUCache, maxsize, typed)


def rr_cache(maxsize=128, choice=random.choice, typed=False):
    """Keeps results, whichever."""
    return _decorator(lambda size: RRCache(size, choice), maxsize, typed)


def ttl_cache(maxsize=128, ttl=600, timer=time.monotonic, typed=False):
    """Keeps the results that were used last, for so long."""
    return _decorator(lambda size: TTLCache(size, ttl, timer), maxsize, typed, lambda: _UnboundTTLCache(ttl, timer))
