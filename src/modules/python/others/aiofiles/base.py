"""What all of aiofiles rests on: a function in an executor, a file in one, and what opens it."""
from asyncio import get_running_loop
from collections.abc import Awaitable
from contextlib import AbstractAsyncContextManager
from functools import partial, wraps


def wrap(func):
    @wraps(func)
    async def run(*args, loop=None, executor=None, **kwargs):
        where = get_running_loop() if loop is None else loop
        return await where.run_in_executor(executor, partial(func, *args, **kwargs))
    return run


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


class AiofilesContextManager(Awaitable, AbstractAsyncContextManager):
    """What `open` gives: awaited or entered, it opens the file."""
    __slots__ = ('_coro', '_obj')

    def __init__(self, coro):
        self._coro, self._obj = coro, None

    def __await__(self):
        if self._obj is None:
            self._obj = yield from self._coro.__await__()
        return self._obj

    async def __aenter__(self):
        return await self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        leave = self._obj._file.__exit__
        await get_running_loop().run_in_executor(None, leave, exc_type, exc_val, exc_tb)
        self._obj = None
