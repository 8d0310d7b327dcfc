"""Files of mailboxes: made, locked, and read in parts."""
import errno
import fcntl
import os
import socket
import time
from types import GenericAlias


class Error(Exception):
    """What is wrong with a mailbox."""


class NoSuchMailboxError(Error):
    """There is no such mailbox, and none is to be made."""


class NotEmptyError(Error):
    """The folder has something in it."""


class ExternalClashError(Error):
    """Another program is at it."""


class FormatError(Error):
    """The file cannot be read."""


class _ProxyFile:
    """A file that is read from a place of its own."""

    def __init__(self, f, pos=None):
        self._file, self._pos = f, f.tell() if pos is None else pos

    def read(self, size=None):
        return self._read(size, self._file.read)

    def read1(self, size=None):
        return self._read(size, self._file.read1)

    def readline(self, size=None):
        return self._read(size, self._file.readline)

    def readlines(self, sizehint=None):
        lines = []
        for line in self:
            lines.append(line)
            if sizehint is not None:
                sizehint -= len(line)
                if sizehint <= 0:
                    break
        return lines

    def __iter__(self):
        while line := self.readline():
            yield line

    def tell(self):
        return self._pos

    def seek(self, offset, whence=0):
        if whence == 1:
            self._file.seek(self._pos)
        self._file.seek(offset, whence)
        self._pos = self._file.tell()

    def close(self):
        if hasattr(self, '_file'):
            try:
                if hasattr(self._file, 'close'):
                    self._file.close()
            finally:
                del self._file

    def _read(self, size, read_method):
        self._file.seek(self._pos)
        found = read_method(-1 if size is None else size)
        self._pos = self._file.tell()
        return found

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def readable(self):
        return self._file.readable()

    def writable(self):
        return self._file.writable()

    def seekable(self):
        return self._file.seekable()

    def flush(self):
        return self._file.flush()

    @property
    def closed(self):
        return not hasattr(self, '_file') or getattr(self._file, 'closed', False)

    __class_getitem__ = classmethod(GenericAlias)


class _PartialFile(_ProxyFile):
    """A part of a file."""

    def __init__(self, f, start=None, stop=None):
        _ProxyFile.__init__(self, f, start)
        self._start, self._stop = start, stop

    def tell(self):
        return self._pos - self._start

    def seek(self, offset, whence=0):
        if whence != 1:
            self._pos = self._stop if whence else self._start
        _ProxyFile.seek(self, offset, 1)

    def _read(self, size, read_method):
        left = self._stop - self._pos
        if left <= 0:
            return b''
        return _ProxyFile._read(self, left if size is None or size < 0 else min(size, left), read_method)

    def close(self):
        if hasattr(self, '_file'):
            del self._file


def _lock_file(f, dotlock=True):
    """Locks a file, and makes another beside it that says so."""
    try:
        fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES, errno.EROFS):
            raise ExternalClashError(f'lockf: lock unavailable: {f.name}')
        raise
    if not dotlock:
        return
    try:
        _create_carefully(f.name + '.lock').close()
    except FileExistsError:
        fcntl.lockf(f, fcntl.LOCK_UN)
        raise ExternalClashError(f'dot lock unavailable: {f.name}')


def _unlock_file(f):
    fcntl.lockf(f, fcntl.LOCK_UN)
    if os.path.exists(f.name + '.lock'):
        os.remove(f.name + '.lock')


def _create_carefully(path):
    """A new file: it is an error if there is one."""
    fd = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
    try:
        return open(path, 'rb+')
    finally:
        os.close(fd)


def _create_temporary(path):
    return _create_carefully(f'{path}.{int(time.time())}.{socket.gethostname()}.{os.getpid()}')


def _sync_flush(f):
    f.flush()
    os.fsync(f.fileno())


def _sync_close(f):
    _sync_flush(f)
    f.close()


for _kind in (Error, NoSuchMailboxError, NotEmptyError, ExternalClashError, FormatError, _ProxyFile, _PartialFile):
    _kind.__module__ = 'mailbox'
