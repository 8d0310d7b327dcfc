"""Files for coroutines: what would block runs in the loop's default executor."""
import asyncio as _asyncio
import builtins as _builtins
from functools import partial as _partial

__path__ = []
__all__ = ['open', 'tempfile', 'stdin', 'stdout', 'stderr', 'os']
_BLOCKING = frozenset(('close', 'flush', 'isatty', 'peek', 'read', 'read1', 'readall', 'readinto', 'readline',
                       'readlines', 'seek', 'seekable', 'tell', 'truncate', 'writable', 'write', 'writelines'))


async def _threaded(loop, executor, function, *args, **kwargs):
    loop = _asyncio.get_running_loop() if loop is None else loop
    return await loop.run_in_executor(executor, _partial(function, *args, **kwargs))


class AsyncFile:
    """A file whose methods are coroutine functions."""

    def __init__(self, file, loop=None, executor=None):
        self._file, self._loop, self._executor = file, loop, executor

    def __getattr__(self, name):
        found = getattr(self._file, name)
        if name not in _BLOCKING:
            return found

        async def method(*args, **kwargs):
            return await _threaded(self._loop, self._executor, found, *args, **kwargs)
        method.__name__ = name
        return method

    def __repr__(self):
        return f'{type(self).__name__}({self._file!r})'

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        await self.close()


class _Opening:
    """What `open` gives: awaited or entered, it opens the file."""

    def __init__(self, opening):
        self._opening, self._file = opening, None

    def __await__(self):
        return self._opening().__await__()

    async def __aenter__(self):
        self._file = await self._opening()
        return self._file

    async def __aexit__(self, *exc):
        await self._file.close()
        self._file = None


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *,
         loop=None, executor=None):
    """A file for coroutines."""
    async def opening():
        opened = await _threaded(loop, executor, _builtins.open, file, mode, buffering, encoding, errors, newline,
                                 closefd, opener)
        return AsyncFile(opened, loop, executor)
    return _Opening(opening)


def __getattr__(name):
    if name in ('stdin', 'stdout', 'stderr'):
        import sys
        return AsyncFile(getattr(sys, name))
    raise AttributeError(f"module 'aiofiles' has no attribute '{name}'")
