"""Descriptors: places in open files."""
import _descriptors
import time as _time
import _processes
from operator import index as _index
from _frames import (bytes_of, c_int as _c_int, c_long as _c_long, native as _native, shown_as as _shown_as, ssize as
                     _ssize, type_name as _type_name)
from os import fspath
import _files  # which cuts off what stands at a path

from _file_nodes import NamedPipe, _DEVICE, _allow, _of_bool, _text, failure, find, open_node, root

__name__ = '_files'  # where what is here is said to be


def _of_device(name, size):
    if name == b'null':
        return b''
    if size is None or size < 0:
        import _frames
        _frames.not_supported(f'reading all of /dev/{name.decode()}', 'read(n)')
    if name == b'zero':
        return bytes(size)
    import os
    return os.urandom(size)


class Descriptor:
    """A place in an open file."""
    __slots__ = 'node', 'at', 'reads', 'writes', 'appends', 'options'

    def __init__(self, node, reads, writes, appends):
        self.node, self.at, self.reads, self.writes, self.appends, self.options = node, 0, reads, writes, appends, {}

    def read(self, size):
        if self.node.mode == _DEVICE:
            return _of_device(self.node.data, size)
        found = bytes(self.node.data[self.at:] if size is None or size < 0 else self.node.data[self.at:self.at + size])
        self.at += len(found)
        return found

    def write(self, data):
        node = self.node
        if node.mode == _DEVICE:
            return len(data)
        if self.appends:
            self.at = len(node.data)
        if self.at > len(node.data):
            node.data.extend(bytes(self.at - len(node.data)))
        node.data[self.at:self.at + len(data)] = data
        self.at += len(data)
        node.mtime = _time.time_ns()
        return len(data)


table = _descriptors.table
new_descriptor = _descriptors.new
_descriptor = _descriptors.find


O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
_O_PATH = 1 << 21


def place_of(node, below='', within=None):
    """The path of a directory."""
    if node is root:
        return '/'
    for name, each in (within or root).entries.items():
        if each is node:
            return f'{below}/{name}'
        found = each.is_dir() and place_of(node, f'{below}/{name}', each)
        if found:
            return found
    return None


def seen_from(number, path):
    """A path as it is seen from the directory of a descriptor."""
    text = fspath(path)
    text = text.decode('utf-8', 'surrogateescape') if isinstance(text, bytes) else text
    if not hasattr(type(number), '__index__'):
        raise TypeError(f'argument should be integer or None, not {_type_name(number)}')
    number = _of_bool(number) if isinstance(number, bool) else _index(number)
    if not -1 << 31 <= number < 1 << 31:
        raise OverflowError(f"fd is {'less than minimum' if number < 0 else 'greater than maximum'}")
    if text.startswith('/'):
        return text
    node = of_descriptor(number)
    if not node.is_dir():
        raise failure(20, path)
    place = place_of(node)
    if place is None:
        raise failure(2, path)
    return f'{place}/{text}' if text else text


def _under(number, function, path, *args, **options):
    """What a function does with a path as it is seen from the directory of a descriptor."""
    if isinstance(path, int):
        raise ValueError(f"{function.__name__.lstrip('_')}: can't specify dir_fd without matching path")
    try:
        return function(seen_from(number, path), *args, **options)
    except OSError as error:
        error.filename = path
        raise


def open(path, flags, mode=0o777, *, dir_fd=None):
    if dir_fd is not None:
        return _under(dir_fd, open, path, flags, mode)
    text, flags, mode = _text(path, 'open'), _c_int(flags), _c_int(mode)
    if not flags & (3 | O_CREAT | O_TRUNC):
        # A directory can be looked at.
        node = find(text)
        if node is not None and node.is_dir():
            _allow(node, 0 if flags & _O_PATH else 0o400, path)
            return new_descriptor(Descriptor(node, False, False, False))
    kind = 'x' if flags & O_CREAT and flags & O_EXCL else 'a' if flags & O_CREAT else 'r'
    try:
        rights = (0o400, 0o200, 0o600, 0)[flags & 3] | (0o200 if flags & O_TRUNC else 0)
        node = open_node(text, kind + ('w' if flags & O_TRUNC else ''), path, mode, rights)
    except NamedPipe as found:
        from _fifos import open_fifo
        return open_fifo(*found.args, flags, path)
    return new_descriptor(Descriptor(node, flags & 3 != 1, flags & 3 != 0, flags & O_APPEND != 0))


def close(fd):
    if not 0 <= _c_int(fd) <= 2:
        open_one = _descriptor(fd)
        if _descriptors.forsake(fd):
            return
        # A process that was forked off has its parent's places in files.
        if hasattr(open_one, 'node'):
            _descriptors.release(fd)
        else:
            open_one.close()
    else:
        import _duplicates
        _duplicates.close_standard(fd)


def pipe():
    import _sockets
    reader, writer = _sockets.pipe()
    return reader.fileno(), writer.fileno()


def fdopen(fd, *args, **kwargs):  #: in <frozen os>
    if not isinstance(fd, int):
        raise TypeError(f'invalid fd type ({type(fd)}, expected integer)')  #: 1064 raise TypeError("invalid fd type (%s, expected integer)" % type(fd))
    import io
    return io.open(fd, *args, **kwargs)  #: 1068 return io.open(fd, mode, buffering, encoding, *args, **kwargs)


# What was set for the standard streams, which no descriptor stands for.
_standard_options = {0: {}, 1: {}, 2: {}}


def _options(fd):
    return _standard_options[fd] if 0 <= fd <= 2 else getattr(_descriptor(fd), 'options', {})


def set_blocking(fd, blocking, /):
    _options(fd)['blocking'] = bool(blocking)


def get_blocking(fd, /):
    return _options(_c_int(fd)).get('blocking', True)


def read(fd, length, /):
    fd, length = _c_int(fd), _ssize(length)
    if length < 0:
        raise OSError(22, 'Invalid argument')
    if fd == 0:
        import sys
        # A pipe gives what there is, a file what follows; the run's own input comes by lines.
        own = getattr(sys.__stdin__, 'buffer', None)
        found = getattr(own, '_descriptor', None) or getattr(getattr(own, 'raw', None), '_place', None)
        return sys.stdin.readline(length).encode() if found is None else found.read(length)
    return _descriptor(fd).read(length)


def write(fd, data, /):
    fd, data = _c_int(fd), bytes_of(data)
    if fd in (1, 2):
        import sys
        file = sys.__stdout__ if fd == 1 else sys.__stderr__
        if _processes.put(fd, data):
            file.flush()
        else:
            file.write(data.decode('utf-8', 'replace'))
    else:
        return _descriptor(fd).write(data)
    return len(data)


def lseek(fd, position, whence, /):
    fd, position, whence = _c_int(fd), _c_long(position), _c_int(whence)
    descriptor = _descriptor(fd)
    if not hasattr(descriptor, 'node'):
        raise OSError(29, 'Illegal seek')
    size = len(descriptor.node.data)
    if 0 <= whence <= 2:
        at = position + (0, descriptor.at, size)[whence]
        if at < 0:
            raise OSError(22, 'Invalid argument')
    elif whence not in (3, 4):
        raise OSError(22, 'Invalid argument')
    elif not 0 <= position < size:
        raise OSError(6, 'No such device or address')
    else:
        # There are no holes but the one behind the end.
        at = position if whence == 3 else size
    descriptor.at = at
    return at


def number_of(fd):
    """The number of a descriptor, or of what has one (`PyObject_AsFileDescriptor`)."""
    if not isinstance(fd, int):
        if not hasattr(fd, 'fileno'):
            raise TypeError('argument must be an int, or have a fileno() method.')
        fd = fd.fileno()
        if not isinstance(fd, int):
            raise TypeError('fileno() returned a non-integer')
    elif isinstance(fd, bool):
        fd = _of_bool(fd)
    fd = _c_int(fd)
    if fd < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({fd})')
    return fd


def fsync(fd):
    _options(number_of(fd))


def ftruncate(fd, length, /):
    fd = _c_int(fd)
    if not getattr(_descriptor(fd), 'writes', True):
        raise OSError(22, 'Invalid argument')
    _files.truncate(fd, length)


def of_descriptor(fd):
    """What is open there."""
    return root.entries['dev'].entries['null'] if 0 <= fd <= 2 else getattr(_descriptor(fd), 'node', root)


def isatty(fd, /):
    _c_int(fd)
    return False


_native(globals(), 'fdopen')
_shown_as(globals(), 'os', 'fdopen')
