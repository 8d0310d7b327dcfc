"""Files of mailboxes: made, locked, and read in parts."""
import contextlib
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


def _reading(name):
    """A method that reads as the file's own does, no further than a part goes."""
    def method(self, size=None):
        return self._at_place(name, self._most(size))
    return _named(method, name)


def _asking(name):
    """A method that asks the file."""
    def method(self):
        return getattr(self._file, name)()
    return _named(method, name)


def _named(method, name):
    method.__name__, method.__qualname__, method.__module__ = name, f'_ProxyFile.{name}', 'mailbox'
    return method


class _ProxyFile:
    """A file that is read from a place of its own, wherever others have gone in it."""
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, f, pos=None):
        self._file, self._pos = f, f.tell() if pos is None else pos

    read, read1, readline = map(_reading, ('read', 'read1', 'readline'))
    readable, writable, seekable, flush = map(_asking, ('readable', 'writable', 'seekable', 'flush'))

    def readlines(self, sizehint=None):
        lines, length = [], 0
        for line in self:
            lines.append(line)
            length += len(line)
            if sizehint is not None and length >= sizehint:
                break
        return lines

    def seek(self, offset, whence=0):
        self._at_place('seek', offset, whence)

    def tell(self):
        return self._pos

    def close(self):
        file = self.__dict__.pop('_file', None)
        if hasattr(file, 'close'):
            file.close()

    @property
    def closed(self):
        return '_file' not in self.__dict__ or getattr(self._file, 'closed', False)

    def __iter__(self):
        while line := self.readline():
            yield line

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.close()

    def _at_place(self, name, *args):
        """Calls a method of the file at the place, which moves with it."""
        self._file.seek(self._pos)
        told = getattr(self._file, name)(*args)
        self._pos = self._file.tell()
        return told

    def _most(self, size):
        """How much to read if so much is asked for."""
        return -1 if size is None else size


class _PartialFile(_ProxyFile):
    """A part of a file, which stays open when the part is closed."""

    def __init__(self, f, start=None, stop=None):
        _ProxyFile.__init__(self, f, start)
        self._start, self._stop = start, stop

    def tell(self):
        return self._pos - self._start

    def seek(self, offset, whence=0):
        ends = {0: self._start, 2: self._stop}
        if whence in ends:
            self._pos, whence = ends[whence], 1
        _ProxyFile.seek(self, offset, whence)

    def close(self):
        self.__dict__.pop('_file', None)

    def _most(self, size):
        left = max(self._stop - self._pos, 0)
        return left if size is None or size < 0 else min(size, left)


class _Lockable:
    """A mailbox that locks one of its files, at most once."""
    _locked = False

    def lock(self):
        if not self._locked:
            _lock_file(self._file_to_lock())
            self._locked = True

    def unlock(self):
        if self._locked:
            _unlock_file(self._file)
            self._locked = False
            self._unlocked()

    def _file_to_lock(self):
        return self._file

    def _unlocked(self):
        """What else is to be done once the file is free."""


def _lock_file(f, dotlock=True):
    """Locks a file, and makes another beside it that says so."""
    try:
        fcntl.lockf(f, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EAGAIN, errno.EACCES, errno.EROFS):
            raise
        raise ExternalClashError(f'lockf: lock unavailable: {f.name}')
    if not dotlock:
        return
    try:
        _create_carefully(f.name + '.lock').close()
    except FileExistsError:
        fcntl.lockf(f, fcntl.LOCK_UN)
        raise ExternalClashError(f'dot lock unavailable: {f.name}')


def _unlock_file(f):
    fcntl.lockf(f, fcntl.LOCK_UN)
    with contextlib.suppress(FileNotFoundError):
        os.remove(f.name + '.lock')


def _create_carefully(path):
    """A new file: it is an error if there is one."""
    return open(path, 'xb+')


def _create_temporary(path):
    return _create_carefully(f'{path}.{int(time.time())}.{socket.gethostname()}.{os.getpid()}')


@contextlib.contextmanager
def _gone_if_that_fails(file):
    """Removes a new file that cannot be filled."""
    try:
        yield file
    except BaseException:
        file.close()
        os.remove(file.name)
        raise


def _sync_flush(f):
    f.flush()
    os.fsync(f.fileno())


def _sync_close(f):
    with f:
        _sync_flush(f)


for _kind in (Error, NoSuchMailboxError, NotEmptyError, ExternalClashError, FormatError, _ProxyFile, _PartialFile, _Lockable):
    _kind.__module__ = 'mailbox'
