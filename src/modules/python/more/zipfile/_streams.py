"""Members as files."""
import io
import zlib

from zipfile._members import BadZipFile, _NAMES

__name__ = 'zipfile'  # where what is here is said to be


class _ZipWriteFile(io.BytesIO):  #: in zipfile/__init__.py
    """What is written to it becomes a member when it is closed."""

    def __init__(self, archive, info, zip64):
        super().__init__()
        self._archive, self._info, self.name, self.mode, self._zip64 = archive, info, info.filename, 'wb', zip64

    def __repr__(self):
        return object.__repr__(self)

    def writable(self):
        return True

    def readable(self):
        return False

    seekable = readable

    def read(self, size=-1):  #: -
        raise io.UnsupportedOperation('read')

    def tell(self, *args):  #: -
        raise io.UnsupportedOperation('seek')

    seek = tell

    def write(self, data):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return super().write(data)

    def close(self):
        if not self.closed:
            self._archive._writing = False
            self._archive._add(self._info, self.getvalue(), self._zip64)
        super().close()


class ZipExtFile(io.BytesIO):
    """A member that is read; who reads up to its end is told whether it is what was written."""

    MIN_READ_SIZE, MAX_N, MAX_SEEK_READ = 4096, 1 << 30, 1 << 24

    def __init__(self, data, mode, info, is_short=False):
        super().__init__(data)
        self._is_broken, self._is_short = not is_short and zlib.crc32(data) != info.CRC, is_short
        self.name, self.mode, self._kind = info.filename, mode, info.compress_type

    def __repr__(self):
        kind = type(self)
        state = '[closed]' if self.closed else f'name={self.name!r}'
        if not self.closed:
            state += f' compress_type={_NAMES.get(self._kind, self._kind)}' if self._kind else ''
        return f'<{kind.__module__}.{kind.__qualname__} {state}>'

    def _reads(self, size):
        if self.closed:
            raise ValueError('read from closed file.')
        if self._is_short and (size is None or size < 0 or self.tell() + size > len(self.getbuffer())):
            raise EOFError
        # So much is read at once.
        if self._is_broken and (size is None or size < 0 or self.tell() + max(size, 4096) >= len(self.getbuffer())):
            raise BadZipFile(f'Bad CRC-32 for file {self.name!r}')

    def read(self, size=-1):
        self._reads(size)
        return super().read(size)

    def read1(self, size=-1):
        self._reads(size)
        return super().read1(size)

    def readline(self, size=-1):
        self._reads(0)
        return super().readline(size)

    def readinto(self, buffer):
        self._reads(len(buffer))
        return super().readinto(buffer)

    def __next__(self):
        self._reads(0)
        return super().__next__()

    def readable(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        return True

    seekable = readable

    def tell(self):
        if self.closed:
            raise ValueError('tell on closed file.')
        return super().tell()

    def seek(self, offset, whence=0):
        if self.closed:
            raise ValueError('seek on closed file.')
        return super().seek(offset, whence)

    def writable(self):
        return False

    def write(self, data):
        raise io.UnsupportedOperation('write')
