"""Temporary files for coroutines."""
import tempfile as _tempfile

from aiofiles import AiofilesContextManager as _Opening, _threaded, _wrap

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory']


def _file(make, loop, executor, *args, **kwargs):
    async def opening():
        return _wrap(await _threaded(loop, executor, make, *args, **kwargs), loop, executor)
    return _Opening(opening())


def NamedTemporaryFile(mode='w+b', *args, loop=None, executor=None, **kwargs):
    return _file(_tempfile.NamedTemporaryFile, loop, executor, mode, *args, **kwargs)


def TemporaryFile(mode='w+b', *args, loop=None, executor=None, **kwargs):
    return _file(_tempfile.TemporaryFile, loop, executor, mode, *args, **kwargs)


def SpooledTemporaryFile(max_size=0, mode='w+b', *args, loop=None, executor=None, **kwargs):
    return _file(_tempfile.SpooledTemporaryFile, loop, executor, max_size, mode, *args, **kwargs)


class TemporaryDirectory:
    """A folder that goes when it is left."""

    def __init__(self, suffix=None, prefix=None, dir=None, loop=None, executor=None):
        self._args, self._how, self._made = (suffix, prefix, dir), (loop, executor), None

    async def _make(self):
        self._made = await _threaded(*self._how, _tempfile.TemporaryDirectory, *self._args)
        return self._made

    def __await__(self):
        return self._make().__await__()

    async def __aenter__(self):
        return (await self._make()).name

    async def __aexit__(self, *exc):
        await _threaded(*self._how, self._made.cleanup)
