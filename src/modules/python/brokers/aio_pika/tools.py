"""Callbacks: collections of them, those that are called once, and functions that may be awaited."""
import asyncio
import inspect
import warnings
from collections.abc import MutableSet
from functools import partial, wraps
from threading import Lock
from typing import AbstractSet, Any, Callable
from weakref import ReferenceType, WeakKeyDictionary, WeakMethod, ref

from aio_pika.log import get_logger

log = get_logger(__name__)
CallbackType = Callable[..., Any]


def _end(future):
    """Ends a future, which may have ended."""
    if not future.done():
        future.set_result(True)


def _task_done(future):
    if not future.cancelled() and future.exception() is not None:
        raise future.exception()


def create_task(func, *args, loop=None, **kwargs):
    """A task of a coroutine function; a future where it is a plain one, called soon."""
    loop, called = loop or asyncio.get_event_loop(), partial(func, *args, **kwargs)
    if inspect.iscoroutinefunction(func):
        made = loop.create_task(called())
    else:
        made = loop.create_future()
        loop.call_soon(_call_for, made, called)
    made.add_done_callback(_task_done)
    return made


def _call_for(future, called):
    if not future.done():
        try:
            future.set_result(called())
        except Exception as error:
            future.set_exception(error)


def iscoroutinepartial(fn):
    warnings.warn('Use inspect.iscoroutinefunction() instead.', DeprecationWarning)
    return asyncio.iscoroutinefunction(fn)


class StubAwaitable:
    """Waits for one turn of the loop."""
    __slots__ = ()

    def __await__(self):
        yield


STUB_AWAITABLE = StubAwaitable()


class CallbackCollection(MutableSet):
    """Callbacks, each once, called in the order they were added; weak ones stay as long as somebody else has them."""
    __slots__ = '__weakref__', '__sender', '__callbacks', '__weak_callbacks', '__lock', '__frozen'

    def __init__(self, sender):
        self.__sender = sender if isinstance(sender, ReferenceType) else ref(sender)
        self.__callbacks, self.__weak_callbacks, self.__lock, self.__frozen = {}, WeakKeyDictionary(), Lock(), False

    def _check(self):
        if self.__frozen:
            raise RuntimeError('Collection frozen')

    def add(self, callback, weak=False):
        self._check()
        if not callable(callback):
            raise ValueError('Callback is not callable')
        with self.__lock:
            strong = not weak and not isinstance(callback, CallbackCollection)
            (self.__callbacks if strong else self.__weak_callbacks)[callback] = None

    def remove(self, callback):
        self._check()
        with self.__lock:
            del (self.__callbacks if callback in self.__callbacks else self.__weak_callbacks)[callback]

    def discard(self, callback):
        self._check()
        with self.__lock:
            for callbacks in self.__callbacks, self.__weak_callbacks:
                if callback in callbacks:
                    del callbacks[callback]
                    break

    def clear(self):
        self._check()
        with self.__lock:
            self.__callbacks.clear()
            self.__weak_callbacks.clear()

    @property
    def is_frozen(self):
        return self.__frozen

    def freeze(self):
        if self.__frozen:
            raise RuntimeError('Collection already frozen')
        self.__frozen = True

    def unfreeze(self):
        if not self.__frozen:
            raise RuntimeError('Collection is not frozen')
        self.__frozen = False

    def __contains__(self, callback):
        return callback in self.__callbacks or callback in self.__weak_callbacks

    def __len__(self):
        return len(self.__callbacks) + len(self.__weak_callbacks)

    def __iter__(self):
        return iter([*self.__callbacks, *self.__weak_callbacks])

    def __bool__(self):
        return len(self) > 0

    def __copy__(self):
        copied = type(self)(self.__sender)
        for callback in self.__callbacks:
            copied.add(callback)
        for callback in self.__weak_callbacks:
            copied.add(callback, weak=True)
        if self.__frozen:
            copied.freeze()
        return copied

    def __call__(self, *args, **kwargs):
        """Calls all of them; what it gives can be awaited and waits for those that are coroutines."""
        sender, futures = self.__sender(), []
        for callback in self:
            try:
                given = args if isinstance(callback, CallbackCollection) else (sender, *args)
                result = callback(*given, **kwargs)
                if inspect.isawaitable(result):
                    futures.append(asyncio.ensure_future(result))
            except Exception as error:
                _tell(callback, error)
        return asyncio.gather(*futures, return_exceptions=True) if futures else STUB_AWAITABLE

    def __hash__(self):
        return id(self)


def _tell(callback, error):
    log.error('Callback %r error: %s: %s', callback, type(error).__name__, error)
    log.debug('Full traceback for callback %r error', callback, exc_info=True)


CallbackSetType = AbstractSet[CallbackType | CallbackCollection]


class OneShotCallback:
    """A coroutine function that is a task once, however often it is called."""
    __slots__ = 'loop', 'finished', 'callback', '__task'

    def __init__(self, callback):
        self.callback, self.loop = callback, asyncio.get_event_loop()
        self.finished, self.__task = asyncio.Event(), None

    def __repr__(self):
        return f'<{type(self).__name__}: cb={self.callback!r}>'

    def wait(self):
        return self.finished.wait()

    async def __task_inner(self, args, kwargs):
        try:
            await self.callback(*args, **kwargs)
        except Exception as error:
            _tell(self, error)
        finally:
            self.loop.call_soon(self.finished.set)
            del self.callback

    def __call__(self, *args, **kwargs):
        if self.finished.is_set() or self.__task is not None:
            return STUB_AWAITABLE
        self.__task = self.loop.create_task(self.__task_inner(args, kwargs))
        return self.__task


def weak_method_callback(method):
    """Calls a method as long as its object is there."""
    reference = WeakMethod(method)

    def wrapper(*args, **kwargs):
        target = reference()
        return None if target is None else target(*args, **kwargs)
    return wrapper


_PLAIN = ('You probably registering the non-coroutine function {!r}. This is deprecated and will be removed in future releases. Moreover, it can '
          'block the event loop')
_GIVES_NO_AWAITABLE = (
    'Function {!r} returned a non awaitable result.This may be bad for performance or may blocks the event loop, you should pay attention '
    'to this. This warning is here in an attempt to maintain backwards compatibility and will simply be removed in future releases.')


def ensure_awaitable(func):
    """A coroutine function that does the same; a warning where that is not what it should be."""
    if inspect.iscoroutinefunction(func):
        return func
    if inspect.isfunction(func):
        warnings.warn(_PLAIN.format(func), DeprecationWarning)

    @wraps(func)
    async def wrapper(*args, **kwargs):
        given = func(*args, **kwargs)
        is_awaitable = hasattr(given, '__await__')
        if not is_awaitable:
            warnings.warn(_GIVES_NO_AWAITABLE.format(func), DeprecationWarning)
        return await given if is_awaitable else given
    return wrapper
