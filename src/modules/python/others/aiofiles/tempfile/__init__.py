"""Temporary files for coroutines."""
import asyncio
import tempfile
from functools import partial, singledispatch
from io import BufferedRandom, BufferedReader, BufferedWriter, FileIO, TextIOBase

from aiofiles.base import AiofilesContextManager
from aiofiles.tempfile.temptypes import AsyncSpooledTemporaryFile, AsyncTemporaryDirectory
from aiofiles.threadpool import binary, text

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory']


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True,
                       delete_on_close=True, loop=None, executor=None):
    making = partial(tempfile.NamedTemporaryFile, mode, buffering, encoding, newline, suffix, prefix, dir, delete,
                     delete_on_close=delete_on_close)
    return AiofilesContextManager(_temporary_file(making, loop, executor))


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, loop=None,
                  executor=None):
    making = partial(tempfile.TemporaryFile, mode, buffering, encoding, newline, suffix, prefix, dir)
    return AiofilesContextManager(_temporary_file(making, loop, executor))


def SpooledTemporaryFile(max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                         loop=None, executor=None):
    making = partial(tempfile.SpooledTemporaryFile, max_size, mode, buffering, encoding, newline, suffix, prefix, dir)
    return AiofilesContextManager(_made(AsyncSpooledTemporaryFile, making, loop, executor))


def TemporaryDirectory(suffix=None, prefix=None, dir=None, loop=None, executor=None):
    making = partial(tempfile.TemporaryDirectory, suffix, prefix, dir)
    return AiofilesContextManagerTempDir(_made(AsyncTemporaryDirectory, making, loop, executor))


async def _made(of, making, loop, executor):
    where = asyncio.get_running_loop() if loop is None else loop
    return of(await where.run_in_executor(executor, making), loop=where, executor=executor)


async def _temporary_file(making, loop, executor):
    where = asyncio.get_running_loop() if loop is None else loop
    file = await where.run_in_executor(executor, making)
    wrapped = wrap(getattr(file, 'file', file), file, loop=where, executor=executor)
    if hasattr(file, '_closer'):
        wrapped._closer = file._closer
    return wrapped


class AiofilesContextManagerTempDir(AiofilesContextManager):
    """Entering it gives the folder's name."""

    async def __aenter__(self):
        folder = self._obj = await self._coro
        return folder.name


@singledispatch
def wrap(base_io_obj, file, *, loop=None, executor=None):
    raise TypeError(f'Unsupported IO type: {base_io_obj}')


def _wrapping(cls):
    return lambda base_io_obj, file, *, loop=None, executor=None: cls(file, loop=loop, executor=executor)


for _base, _class in ((TextIOBase, text.AsyncTextIOWrapper), (BufferedWriter, binary.AsyncBufferedIOBase),
                      (BufferedReader, binary.AsyncBufferedReader), (BufferedRandom, binary.AsyncBufferedReader),
                      (FileIO, binary.AsyncFileIO)):
    wrap.register(_base, _wrapping(_class))
