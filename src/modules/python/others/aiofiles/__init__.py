"""Files for coroutines: what would block runs in the loop's default executor."""
import asyncio as _asyncio
import builtins as _builtins
import sys as _sys
from collections.abc import Coroutine as _Coroutine
from functools import partial as _partial

__all__ = ['open', 'tempfile', 'stdin', 'stdout', 'stderr', 'stdin_bytes', 'stdout_bytes', 'stderr_bytes']
_BLOCKING = frozenset(('close', 'flush', 'isatty', 'peek', 'read', 'read1', 'readall', 'readinto', 'readline',
                       'readlines', 'seek', 'seekable', 'tell', 'truncate', 'writable', 'write', 'writelines'))


async def _threaded(loop, executor, function, *args, **kwargs):
    loop = _asyncio.get_running_loop() if loop is None else loop
    return await loop.run_in_executor(executor, _partial(function, *args, **kwargs))


class AsyncBase:
    """A file whose methods are coroutine functions."""
    __module__ = 'aiofiles.base'

    def __init__(self, file, loop=None, executor=None):
        self._file, self._own_loop, self._executor = file, loop, executor

    def __getattr__(self, name):
        found = getattr(self._file, name)
        if name not in _BLOCKING:
            return found

        async def method(*args, **kwargs):
            return await _threaded(self._own_loop, self._executor, found, *args, **kwargs)
        method.__name__ = name
        return method

    def __repr__(self):
        return f'{super().__repr__()} wrapping {self._file!r}'

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if line:
            return line
        raise StopAsyncIteration


class AsyncTextIOWrapper(AsyncBase):
    __module__ = 'aiofiles.threadpool.text'


class AsyncTextIndirectIOWrapper(AsyncBase):
    """One of the streams of `sys`, whichever it is at the time."""
    __module__ = 'aiofiles.threadpool.text'

    def __init__(self, name):
        self._name, self._own_loop, self._executor = name, None, None

    _file = property(lambda self: getattr(_sys, self._name))


class AsyncBufferedReader(AsyncBase):
    __module__ = 'aiofiles.threadpool.binary'


class AsyncBufferedIOBase(AsyncBase):
    __module__ = 'aiofiles.threadpool.binary'


class AsyncFileIO(AsyncBase):
    __module__ = 'aiofiles.threadpool.binary'


class AiofilesContextManager(_Coroutine):
    """What `open` gives: awaited or entered, it opens the file."""
    __module__ = 'aiofiles.base'

    def __init__(self, coro):
        self._coro, self._obj = coro, None

    def send(self, value):
        return self._coro.send(value)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    def __await__(self):
        if self._obj is None:
            self._obj = yield from self._coro.__await__()
        return self._obj

    async def __anext__(self):
        return await self._obj.__anext__()

    def __aiter__(self):
        return self._obj

    async def __aenter__(self):
        return await self

    async def __aexit__(self, *exc):
        await self._obj.close()
        self._obj = None


_KINDS = {'TextIOWrapper': AsyncTextIOWrapper, 'BufferedWriter': AsyncBufferedIOBase,
          'BufferedReader': AsyncBufferedReader, 'BufferedRandom': AsyncBufferedReader, 'FileIO': AsyncFileIO}


def _wrap(file, loop=None, executor=None):
    return _KINDS.get(type(file).__name__, AsyncTextIOWrapper)(file, loop, executor)


async def _open(file, mode, buffering, encoding, errors, newline, closefd, opener, loop, executor):
    opened = await _threaded(loop, executor, _builtins.open, file, mode, buffering, encoding, errors, newline, closefd,
                             opener)
    return _wrap(opened, loop, executor)


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *,
         loop=None, executor=None):
    """A file for coroutines."""
    return AiofilesContextManager(_open(file, mode, buffering, encoding, errors, newline, closefd, opener, loop,
                                        executor))


stdin, stdout, stderr = map(AsyncTextIndirectIOWrapper, ('stdin', 'stdout', 'stderr'))


def __getattr__(name):
    if name in ('tempfile', 'os'):
        import importlib
        return importlib.import_module('aiofiles.' + name)
    if name in ('stdin_bytes', 'stdout_bytes', 'stderr_bytes'):
        return AsyncBufferedIOBase(getattr(_sys, name.partition('_')[0]).buffer)
    raise AttributeError(f"module 'aiofiles' has no attribute '{name}'")
