"""What all of aiofiles rests on: a function in an executor, a file in one, and what opens it."""
import collections.abc
import contextlib
import functools
from asyncio import get_running_loop


def wrap(func):
    """`func`, to be awaited: it runs in an executor."""
    async def run(*args, loop=None, executor=None, **kwargs):
        where = get_running_loop() if loop is None else loop
        return await where.run_in_executor(executor, functools.partial(func, *args, **kwargs))
    return functools.update_wrapper(run, func)


class AsyncBase:
    """A file whose methods wait in an executor."""

    def __init__(self, file, loop, executor):
        self._file, self._executor, self._ref_loop = file, executor, loop

    @property
    def _loop(self):
        return self._ref_loop or get_running_loop()

    def __repr__(self):
        return f'{super().__repr__()} wrapping {self._file!r}'

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line:
            return line
        raise StopAsyncIteration


class AsyncIndirectBase(AsyncBase):
    """A file that is asked for at each use, as that of `sys.stdout` is."""

    def __init__(self, name, loop, executor, indirect):
        self._indirect, self._name = indirect, name
        super().__init__(None, loop, executor)

    _file = property(lambda self: self._indirect(), lambda self, file: None)


class AiofilesContextManager(collections.abc.Awaitable, contextlib.AbstractAsyncContextManager):
    """What `open` gives: awaited or entered, it opens the file."""
    __slots__ = ('_coro', '_obj')

    def __init__(self, coro):
        self._coro, self._obj = coro, None

    async def _opened(self):
        self._obj = await self._coro if self._obj is None else self._obj
        return self._obj

    def __await__(self):
        return self._opened().__await__()

    async def __aenter__(self):
        return await self._opened()

    async def __aexit__(self, *exc):
        await get_running_loop().run_in_executor(None, self._obj._file.__exit__, *exc)
        self._obj = None
