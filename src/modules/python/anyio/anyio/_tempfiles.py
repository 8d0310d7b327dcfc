"""Temporary files and directories, made and removed in threads."""
import functools
import io
import tempfile

from anyio._files import AsyncFile
from anyio._tasks import CancelScope
from anyio.lowlevel import checkpoint_if_cancelled
from anyio.to_thread import run_sync


class _Temporary:
    """A file that is made when it is entered."""

    def __init__(self, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, **more):
        self._make = functools.partial(self._kind, mode, buffering, encoding, newline, suffix, prefix, dir, **more)

    def __class_getitem__(cls, kind):
        return cls

    async def __aenter__(self):
        self._file = AsyncFile(await run_sync(self._make))
        return self._file

    async def __aexit__(self, *error):
        await self._file.aclose()


class TemporaryFile(_Temporary):
    _kind = staticmethod(tempfile.TemporaryFile)


class NamedTemporaryFile(_Temporary):
    _kind = staticmethod(tempfile.NamedTemporaryFile)


class SpooledTemporaryFile(AsyncFile):
    """A file that is in memory until it has grown."""

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
        self._options = dict(mode=mode, buffering=buffering, encoding=encoding, newline=newline, suffix=suffix, prefix=prefix, dir=dir, errors=errors)
        self._max_size, self._rolled = max_size, False
        memory = io.BytesIO()
        super().__init__(memory if 'b' in mode else io.TextIOWrapper(memory, encoding, errors, newline, write_through=True))

    async def aclose(self):
        if self._rolled:
            await super().aclose()
        else:
            self._fp.close()

    async def rollover(self):
        if self._rolled:
            return
        await checkpoint_if_cancelled()
        with CancelScope(shield=True):
            self._rolled, before, at = True, self._fp, self._fp.tell()
            before.seek(0)
            self._fp = await run_sync(functools.partial(tempfile.TemporaryFile, **self._options))
            await self.write(before.read())
            await self.seek(at)
            before.close()

    closed = property(lambda self: self._fp.closed)


def _spooled(name):
    async def method(self, *args):
        if self._rolled:
            return await getattr(AsyncFile, name)(self, *args)
        await checkpoint_if_cancelled()
        result = getattr(self._fp, name)(*args)
        if name.startswith('write') and self._max_size and self._fp.tell() > self._max_size:
            await self.rollover()
        return result

    method.__name__ = name
    setattr(SpooledTemporaryFile, name, method)


for _name in 'read read1 readline readlines readinto readinto1 seek tell truncate write writelines'.split():
    _spooled(_name)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, *, ignore_cleanup_errors=False, delete=True):
        self._make = functools.partial(tempfile.TemporaryDirectory, suffix, prefix, dir, ignore_cleanup_errors, delete=delete)

    async def __aenter__(self):
        self._folder = await run_sync(self._make)
        return await run_sync(self._folder.__enter__)

    async def __aexit__(self, *error):
        await run_sync(self._folder.__exit__, *error)

    async def cleanup(self):
        await run_sync(self._folder.cleanup)


async def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    return await run_sync(tempfile.mkstemp, suffix, prefix, dir, text)


async def mkdtemp(suffix=None, prefix=None, dir=None):
    return await run_sync(tempfile.mkdtemp, suffix, prefix, dir)


async def gettempdir():
    return await run_sync(tempfile.gettempdir)


async def gettempdirb():
    return await run_sync(tempfile.gettempdirb)


for _class in TemporaryFile, NamedTemporaryFile, SpooledTemporaryFile, TemporaryDirectory:
    _class.__module__ = 'anyio'
