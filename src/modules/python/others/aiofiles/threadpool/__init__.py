"""Files that wait in a pool of threads."""
import asyncio
import sys
from functools import partial, singledispatch
from io import BufferedIOBase, BufferedRandom, BufferedReader, BufferedWriter, FileIO, TextIOBase

from ..base import AiofilesContextManager
from .binary import AsyncBufferedIOBase, AsyncBufferedReader, AsyncFileIO, AsyncIndirectBufferedIOBase
from .text import AsyncTextIndirectIOWrapper, AsyncTextIOWrapper

sync_open = open
__all__ = ('open', 'stdin', 'stdout', 'stderr', 'stdin_bytes', 'stdout_bytes', 'stderr_bytes')


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *,
         loop=None, executor=None):
    opening = partial(sync_open, file, mode, buffering, encoding, errors, newline, closefd, opener)
    return AiofilesContextManager(_open(opening, loop, executor))


async def _open(opening, loop, executor):
    where = asyncio.get_running_loop() if loop is None else loop
    return wrap(await where.run_in_executor(executor, opening), loop=loop, executor=executor)


@singledispatch
def wrap(file, *, loop=None, executor=None):
    raise TypeError(f'Unsupported io type: {file}.')


for _base, _class in ((TextIOBase, AsyncTextIOWrapper), (BufferedWriter, AsyncBufferedIOBase),
                      (BufferedIOBase, AsyncBufferedIOBase), (BufferedReader, AsyncBufferedReader),
                      (BufferedRandom, AsyncBufferedReader), (FileIO, AsyncFileIO)):
    wrap.register(_base, _class)

for _name in ('stdin', 'stdout', 'stderr'):
    globals()[_name] = AsyncTextIndirectIOWrapper(f'sys.{_name}', None, None, partial(getattr, sys, _name))
    globals()[_name + '_bytes'] = AsyncIndirectBufferedIOBase(
        f'sys.{_name}.buffer', None, None, lambda name=_name: getattr(sys, name).buffer)
