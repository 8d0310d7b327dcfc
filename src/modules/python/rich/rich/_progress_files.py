"""Files of which a progress shows how much has been read."""
import io
from os import stat
from warnings import warn


class Reader(io.RawIOBase):
    """Reads from a file and tells a progress."""

    def __init__(self, handle, progress, task, close_handle=True):
        self.handle, self.progress, self.task, self.close_handle, self._closed = handle, progress, task, close_handle, False

    def __enter__(self):
        self.handle.__enter__()
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.close()

    def __iter__(self):
        return self

    def __next__(self):
        return self._told(next(self.handle))

    def _told(self, block):
        self.progress.advance(self.task, advance=len(block))
        return block

    closed = property(lambda self: self._closed)
    mode = property(lambda self: self.handle.mode)
    name = property(lambda self: self.handle.name)

    def fileno(self):
        return self.handle.fileno()

    def isatty(self):
        return self.handle.isatty()

    def readable(self):
        return self.handle.readable()

    def seekable(self):
        return self.handle.seekable()

    def writable(self):
        return False

    def read(self, size=-1):
        return self._told(self.handle.read(size))

    def readline(self, size=-1):
        return self._told(self.handle.readline(size))

    def readinto(self, b):
        count = self.handle.readinto(b)
        self.progress.advance(self.task, advance=count)
        return count

    def readlines(self, hint=-1):
        lines = self.handle.readlines(hint)
        self.progress.advance(self.task, advance=sum(map(len, lines)))
        return lines

    def close(self):
        if self.close_handle:
            self.handle.close()
        self._closed = True

    def seek(self, offset, whence=0):
        position = self.handle.seek(offset, whence)
        self.progress.update(self.task, completed=position)
        return position

    def tell(self):
        return self.handle.tell()

    def write(self, s):
        raise io.UnsupportedOperation('write')

    def writelines(self, lines):
        raise io.UnsupportedOperation('writelines')


class ReadContext:
    """A progress and a file, for a block."""

    def __init__(self, progress, reader):
        self.progress, self.reader = progress, reader

    def __enter__(self):
        self.progress.start()
        return self.reader.__enter__()

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.progress.stop()
        self.reader.__exit__(exc_type, exc_val, exc_tb)


def total_of(file):
    """How many bytes a file has."""
    return stat(file).st_size


def opened(progress, task, file, mode, buffering, encoding, errors, newline):
    """A file that tells a progress what is read of it."""
    text, by_lines = 'b' not in mode, buffering == 1
    if by_lines and not text:
        warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
             RuntimeWarning)
    if text and buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    reader = Reader(io.open(file, 'rb', buffering=-1 if by_lines else buffering), progress, task, close_handle=True)
    if not text:
        return reader
    return io.TextIOWrapper(reader, encoding=encoding, errors=errors, newline=newline, line_buffering=by_lines)
