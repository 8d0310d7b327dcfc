"""What of os is asked for by few: counters and memory behind descriptors, places in files, file systems."""
import errno
import _descriptors
import _files
import _selector
import os as _os
from _frames import native as _native
from _struct_sequence import make as _struct_sequence
from operator import index as _index

_READ, _WRITE, _MOST = 1, 2, 2 ** 64 - 2


class _Counter:
    """A number that others wait for (`eventfd`)."""
    file_mode = 0o600

    def __init__(self, value, flags):
        self._value, self._by_one, self.options = value, flags & _os.EFD_SEMAPHORE, {'blocking': not flags & _os.EFD_NONBLOCK}
        self._fd = _descriptors.new(self)
        self._source = _selector.Source(self._fd)
        self._refresh()

    def _refresh(self):
        self._source.update(self._value > 0, self._value < _MOST)

    def _wait(self, fits, direction, why):
        while not fits():
            if not self.options['blocking']:
                raise BlockingIOError(errno.EAGAIN, 'Resource temporarily unavailable')
            _selector.wait(None, why, 0, self._source, direction)

    def take(self):
        self._wait(lambda: self._value, _READ, 'read')
        found = 1 if self._by_one else self._value
        self._value -= found
        self._refresh()
        return found

    def add(self, value):
        self._wait(lambda: self._value + value <= _MOST, _WRITE, 'write')
        self._value += value
        self._refresh()

    def read(self, size):
        if size < 8:
            raise OSError(errno.EINVAL, 'Invalid argument')
        return self.take().to_bytes(8, 'little')

    def write(self, data):
        if len(data) < 8:
            raise OSError(errno.EINVAL, 'Invalid argument')
        self.add(int.from_bytes(data[:8], 'little'))
        return 8

    def close(self):
        _descriptors.table.pop(self._fd, None)
        self._source.close()


def eventfd(initval, flags=_os.EFD_CLOEXEC):
    if _index(initval) < 0:
        raise ValueError('value must be positive')
    if initval >= 2 ** 32:
        raise OverflowError('Python int too large for C unsigned int')
    if flags & ~(_os.EFD_CLOEXEC | _os.EFD_NONBLOCK | _os.EFD_SEMAPHORE):
        raise OSError(errno.EINVAL, 'Invalid argument')
    return _Counter(initval, flags)._fd


def _counter(fd):
    found = _descriptors.find(_index(fd))
    if not isinstance(found, _Counter):
        raise OSError(errno.EINVAL, 'Invalid argument')
    return found


def eventfd_read(fd):
    return _counter(fd).take()


def eventfd_write(fd, value):
    _counter(fd).add(_index(value))


def memfd_create(name, flags=_os.MFD_CLOEXEC):
    """A file that has no name in the file system."""
    _os.fsencode(name)
    return _files.new_descriptor(_files.Descriptor(_files.Node(0o100777, None, bytearray()), True, True, False))


# The sizes of a file system: 64 GiB, of which a quarter is used.
_FACTS = 4096, 4096, 16 << 20, 12 << 20, 12 << 20, 4 << 20, 3 << 20, 3 << 20, 4096, 255, 0
statvfs_result = _struct_sequence('os.statvfs_result', (
    'f_bsize', 'f_frsize', 'f_blocks', 'f_bfree', 'f_bavail', 'f_files', 'f_ffree', 'f_favail', 'f_flag', 'f_namemax', 'f_fsid'),
    'What is known of a file system.', 10)


def statvfs(path):
    _os.stat(path)
    return statvfs_result(_FACTS)


def fstatvfs(fd, /):
    _os.fstat(fd)
    return statvfs_result(_FACTS)


def _number(fd):
    return fd if isinstance(fd, int) else fd.fileno()


def fchdir(fd):
    fd = _files.number_of(fd)
    try:
        _files.chdir(fd)
    except OSError as error:
        raise OSError(error.errno, error.strerror) from None


def fchmod(fd, mode):
    fd = _number(fd)
    _os.fstat(fd)
    _os.chmod(fd, mode)


def _place(fd):
    """The open file behind a number, which is no pipe and no socket."""
    found = _descriptors.find(_index(fd))
    if not hasattr(found, 'node'):
        raise OSError(errno.EINVAL, 'Invalid argument')
    return found


def copy_file_range(src, dst, count, offset_src=None, offset_dst=None):
    """Copies so many bytes from one file to another; where no offset is given, the place in the file moves on."""
    if count < 0:
        raise ValueError("negative value for 'count' not allowed")
    source, target = _place(src), _place(dst)
    at = source.at if offset_src is None else offset_src
    data = bytes(source.node.data[at:at + count])
    if offset_src is None:
        source.at += len(data)
    if offset_dst is None:
        return target.write(data)
    return _os.pwrite(dst, data, offset_dst)


def posix_fallocate(fd, offset, length, /):
    data = _place(fd).node.data
    data.extend(bytes(max(offset + length - len(data), 0)))


def posix_fadvise(fd, offset, length, advice, /):
    _place(fd)


def preadv(fd, buffers, offset, flags=0, /):
    total = 0
    for buffer in buffers:
        view = memoryview(buffer).cast('B')
        data = _os.pread(fd, len(view), offset + total)
        view[:len(data)] = data
        total += len(data)
        if len(data) < len(view):
            break
    return total


def pwritev(fd, buffers, offset, flags=0, /):
    return _os.pwrite(fd, b''.join(map(bytes, buffers)), offset)


def fwalk(top='.', topdown=True, onerror=None, *, follow_symlinks=False, dir_fd=None):
    """Like walk, with a descriptor of each directory, which is open as long as nothing more is asked for."""
    top = _os.fspath(top)
    known = _os.stat(top, follow_symlinks=False, dir_fd=dir_fd)
    number = _os.open(top, _os.O_RDONLY | _os.O_NONBLOCK, dir_fd=dir_fd)
    try:
        if follow_symlinks or _is_folder(known) and _os.path.samestat(known, _os.stat(number)):
            yield from _walked(number, top, topdown, onerror, follow_symlinks)
    finally:
        _os.close(number)


def _is_folder(known):
    return known.st_mode & 0o170000 == 0o040000


def _walked(number, path, topdown, onerror, follow_symlinks):
    folders, files = [], []
    for name in _os.listdir(number):
        name = _os.fsencode(name) if isinstance(path, bytes) else name
        try:
            is_folder = _is_folder(_os.stat(name, dir_fd=number))
            (folders if is_folder else files).append(name)
        except OSError:
            files.append(name)
    if topdown:
        yield path, folders, files, number
    for name in folders:
        try:
            known = _os.stat(name, follow_symlinks=follow_symlinks, dir_fd=number)
            below = _os.open(name, _os.O_RDONLY | _os.O_NONBLOCK, dir_fd=number)
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        try:
            if follow_symlinks or _is_folder(known) and _os.path.samestat(known, _os.stat(below)):
                yield from _walked(below, _os.path.join(path, name), topdown, onerror, follow_symlinks)
        finally:
            _os.close(below)
    if not topdown:
        yield path, folders, files, number


_native(globals(), 'fwalk')

from _frames import shown_as as _shown_as
_shown_as(globals(), 'os')
