"""`cachetools`' decorators for coroutine functions."""
import functools
import inspect
from contextlib import nullcontext

from cachetools import keys

__all__ = ['cached', 'cachedmethod']


def _plain(function, places):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        found = places(args, kwargs)
        if found is None:
            return function(*args, **kwargs)
        cache, key, lock = found
        try:
            with lock():
                return cache[key]
        except KeyError:
            pass
        value = function(*args, **kwargs)
        try:
            with lock():
                cache[key] = value
        except ValueError:
            pass
        return value
    return wrapper


def _awaited(function, places):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        found = places(args, kwargs)
        if found is None:
            return await function(*args, **kwargs)
        cache, key, lock = found
        try:
            async with lock():
                return cache[key]
        except KeyError:
            pass
        value = await function(*args, **kwargs)
        try:
            async with lock():
                cache[key] = value
        except ValueError:
            pass
        return value
    return wrapper


def cached(cache, key=keys.hashkey, lock=None):
    """Keeps a function's results in a cache."""
    guard = lock or nullcontext()

    def decorator(func):
        make = _awaited if inspect.iscoroutinefunction(func) else _plain
        return make(func, lambda args, kwargs: (cache, key(*args, **kwargs), lambda: guard))
    return decorator


def cachedmethod(cache, key=keys.hashkey, lock=None):
    """Keeps a method's results in the cache that a function gives for its object."""
    def decorator(method):
        awaited = inspect.iscoroutinefunction(method)

        def places(args, kwargs):
            this, own = args[0], cache(args[0])
            if own is None:
                return None
            # A coroutine's key has its object in it.
            return own, key(*(args if awaited else args[1:]), **kwargs), lambda: lock(this) if lock else nullcontext()
        return (_awaited if awaited else _plain)(method, places)
    return decorator
