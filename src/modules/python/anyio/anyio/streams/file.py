"""Files as streams of bytes."""
from io import UnsupportedOperation
from pathlib import Path
from typing import IO
from anyio import BrokenResourceError, ClosedResourceError, EndOfStream, TypedAttributeSet, _seam, typed_attribute
from anyio._tasks import CancelScope
from anyio.abc import ByteReceiveStream, ByteSendStream
from anyio.to_thread import run_sync


class FileStreamAttribute(TypedAttributeSet):
    """What is known of a file."""
    file: IO[bytes] = typed_attribute()
    path: Path = typed_attribute()
    fileno: int = typed_attribute()


class _File:
    _mode = 'rb'

    def __init__(self, file):
        self._file = file

    @classmethod
    async def from_path(cls, path, append=False):
        return cls(await run_sync(open, path, 'ab' if append else cls._mode))

    @property
    def extra_attributes(self):
        file, of = self._file, FileStreamAttribute
        found = {of.file: lambda: file}
        if hasattr(file, 'name'):
            found[of.path] = lambda: Path(file.name)
        try:
            file.fileno()
            found[of.fileno] = file.fileno
        except UnsupportedOperation:
            pass
        return found

    async def aclose(self):
        with CancelScope(shield=True):
            await run_sync(self._file.close)

    async def _do(self, name, *args):
        try:
            return await run_sync(getattr(self._file, name), *args)
        except ValueError:
            raise ClosedResourceError from None
        except OSError as error:
            raise BrokenResourceError from error


class FileReadStream(_File, ByteReceiveStream):
    async def receive(self, max_bytes=65536):
        _seam.check_size(max_bytes)
        data = await self._do('read', max_bytes)
        if not data:
            raise EndOfStream
        return data

    async def seek(self, position, whence=0):
        return await self._do('seek', position, whence)

    async def tell(self):
        return await self._do('tell')


class FileWriteStream(_File, ByteSendStream):
    _mode = 'wb'

    async def send(self, item):
        await self._do('write', item)
