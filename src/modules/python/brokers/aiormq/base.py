"""What connections and channels have in common: their tasks and futures end when they are closed."""
import abc
import asyncio
from contextlib import suppress
from functools import partial, wraps

from aiormq.abc import AbstractBase, AbstractFutureStore, TaskWrapper
from aiormq.tools import Countdown, shield


def fail(future, exception):
    """Ends a future that perhaps nobody waits for any more: asyncio shall not complain."""
    future.set_exception(exception)
    future.exception()


def error_of(future):
    """What a future that is done has failed with, be it that it was cancelled."""
    try:
        return future.exception()
    except asyncio.CancelledError as error:
        return error


def _end_as(future, other):
    """Ends a future as another one has ended, unless it has itself."""
    if not future.done():
        if other.cancelled():
            future.cancel()
        elif other.exception() is None:
            future.set_result(other.result())
        else:
            fail(future, other.exception())


def _reject(future, reason):
    """Whether it is a task, which ends only when it has run."""
    is_task = isinstance(future, TaskWrapper)
    if is_task:
        future.throw(reason or Exception)
    else:
        fail(future, reason or Exception)
    return is_task


class FutureStore(AbstractFutureStore):
    """`reject_reason`: what all futures fail with once they have been rejected, also later ones; False before that."""
    __slots__ = 'futures', 'loop', 'parent', 'reject_reason'

    def __init__(self, loop):
        # In the order they were made: they are rejected in it, whatever their addresses are.
        self.futures, self.loop, self.parent, self.reject_reason = {}, loop, None, False

    def add(self, future):
        if self.reject_reason is not False:
            _reject(future, self.reject_reason)
        self.futures[future] = None
        future.add_done_callback(lambda _: self.futures.pop(future, None))
        if self.parent:
            self.parent.add(future)

    @shield
    async def reject_all(self, exception):
        self.reject_reason, tasks = exception, []
        while self.futures:
            future = next(iter(self.futures))
            del self.futures[future]
            if not future.done() and _reject(future, exception):
                tasks.append(future)
        if tasks:
            await asyncio.gather(*tasks, return_exceptions=True)

    def create_task(self, coroutine):
        task = TaskWrapper(self.loop.create_task(coroutine))
        self.add(task)
        return task

    def create_future(self, weak=False):
        future = self.loop.create_future()
        future.add_done_callback(lambda done: done.cancelled() or done.exception())
        self.add(future)
        return future

    def get_child(self):
        child = FutureStore(self.loop)
        child.parent = self
        return child


class Base(AbstractBase):
    def __init__(self, *, loop, parent=None):
        self.loop = loop
        self.__future_store = parent._future_store_child() if parent else FutureStore(loop)
        self._closing = self.__future_store.create_future()

    @property
    def closing(self):
        """A future of one's own, done when this is closed."""
        if self._closing.done():
            return self._closing
        own = self.loop.create_future()
        follow = partial(_end_as, own)
        self._closing.add_done_callback(follow)

        def leave(_):
            self._closing.remove_done_callback(follow)
            own.cancelled() or own.exception()
        own.add_done_callback(leave)
        return own

    def _cancel_tasks(self, exc=None):
        return self.__future_store.reject_all(exc)

    def _future_store_child(self):
        return self.__future_store.get_child()

    def create_task(self, coroutine):
        return self.__future_store.create_task(coroutine)

    def create_future(self):
        return self.__future_store.create_future()

    @abc.abstractmethod
    async def _on_close(self, exc=None):
        ...

    async def __closer(self, exc):
        for end in () if self.is_closed else (self._on_close, self._cancel_tasks):
            with suppress(Exception):
                await end(exc)

    async def close(self, exc=asyncio.CancelledError, timeout=None):
        if not self.is_closed:
            await Countdown(timeout)(self.__closer(exc))

    def __repr__(self):
        return f'<{type(self).__name__}: "{self}" at 0x{id(self):02x}>'

    @property
    def is_closed(self):
        return self._closing.done()


def task(function):
    """The method is a task of its object."""
    @wraps(function)
    async def wrap(self, *args, **kwargs):
        return await self.create_task(function(self, *args, **kwargs))
    return wrap
