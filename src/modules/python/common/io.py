"""What streams have in common; those over files and in memory are read when they are asked for."""
from abc import ABCMeta as _ABCMeta
from _frames import argument_type as _argument_type, on_demand as _on_demand, type_name as _type_name
from builtins import BlockingIOError


__all__ = ['BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO',
           'BufferedIOBase', 'BufferedReader', 'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase',
           'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE',
           'text_encoding', 'IncrementalNewlineDecoder']
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    __module__ = 'io'


def _check_closed(stream):  #: -
    """Whether it is closed a class may say in its own way."""
    if stream.closed:
        raise ValueError('I/O operation on closed file.')


class _IOBase:
    """What all streams have."""
    _closed = False

    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        # One of the program's is closed once nobody has it any more.
        if cls.__module__ not in ('io', '_io', '_open') and cls.__del__ is _IOBase.__del__:
            cls.__del__ = _IOBase.__del__

    def __del__(self):  #: -
        try:
            closed = self.closed
        except Exception:
            return
        try:
            if not closed:
                self.close()
        except Exception as error:
            import _frames
            _frames.unraisable(error, self)

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file.')

    @property
    def closed(self):
        return self._closed

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return False

    def writable(self):
        self._check()
        return False

    def seekable(self):
        self._check()
        return False

    def isatty(self):
        _check_closed(self)
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def __enter__(self):
        _check_closed(self)
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        _check_closed(self)
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, size=-1, /):
        limit, line = _limit(size), bytearray()
        while limit < 0 or len(line) < limit:
            ahead = self.peek(1) if hasattr(self, 'peek') else b''
            count = (ahead.find(b'\n') + 1 or len(ahead)) if ahead else 1
            piece = self.read(count if limit < 0 else min(count, limit - len(line)))
            if not piece:
                break
            line += piece
            if line.endswith(b'\n'):
                break
        return bytes(line)

    def readlines(self, hint=-1, /):
        hint = _limit(hint)
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        for line in lines:
            self.write(line)

    def seek(self, offset, whence=0, /):
        raise UnsupportedOperation('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        raise UnsupportedOperation('truncate')


def _limit(size):
    if size is None:
        return -1
    if not hasattr(type(size), '__index__'):
        raise TypeError(f"argument should be integer or None, not '{_type_name(size)}'")
    size = size.__index__()
    if not -1 << 63 <= size < 1 << 63:
        raise OverflowError("cannot fit 'int' into an index-sized integer")
    return size


class _RawIOBase(_IOBase):
    """A stream without a buffer, which is a `readinto` or a `write`."""

    def read(self, size=-1, /):
        if size is None or _limit(size) < 0:
            return self.readall()
        room = bytearray(size)
        got = self.readinto(room)
        return None if got is None else bytes(room[:got])

    def readall(self):
        found = b''
        while piece := self.read(DEFAULT_BUFFER_SIZE):
            found += piece
        return found or piece

    def readinto(self, buffer, /):
        raise NotImplementedError

    def write(self, b, /):
        raise NotImplementedError


def _into_room(buffer, name, place=''):
    try:
        room = memoryview(buffer)
        if room.readonly or not room.c_contiguous:
            raise TypeError
    except TypeError:
        raise TypeError(f'{name}() argument{place} must be read-write bytes-like object, not {_argument_type(buffer)}') from None
    return room if room.format == 'B' else room.cast('B')


def _into(buffer, read, place='', name='readinto'):
    """Reads into a buffer what there is room for."""
    room = _into_room(buffer, name, place)
    found = read(room.nbytes)
    if found is None:
        return None
    room[:len(found)] = found
    return len(found)


def _missing(name):
    def method(self, *args):
        raise UnsupportedOperation(name)
    method.__name__ = name
    return method


class _BufferedIOBase(_IOBase):
    read, read1, write, detach = map(_missing, ('read', 'read1', 'write', 'detach'))

    def readinto(self, buffer, /):
        return _into(buffer, self.read)

    def readinto1(self, buffer, /):
        return _into(buffer, self.read1, name='readinto1')


class _TextIOBase(_IOBase):
    encoding = errors = newlines = None
    read, readline, write, detach = map(_missing, ('read', 'readline', 'write', 'detach'))


try:
    from builtins import open
except ImportError:
    # The program has ended, and this is first asked for now.
    from _open import open
_IOBase.__module__ = _TextIOBase.__module__ = _RawIOBase.__module__ = _BufferedIOBase.__module__ = '_io'


class IOBase(_IOBase, metaclass=_ABCMeta):
    """What all streams have; also of those that are registered with it."""


class RawIOBase(_RawIOBase, IOBase):
    """A stream of bytes without a buffer."""


class BufferedIOBase(_BufferedIOBase, IOBase):
    """A stream of bytes with a buffer."""


class TextIOBase(_TextIOBase, IOBase):
    """A stream of text."""


def _stream_class(name):
    if name in ('BytesIO', 'StringIO'):
        import _memory_streams
        return getattr(_memory_streams, name)
    if name in _OF_FILES:
        from _open import sibling
        return sibling(name)
    raise AttributeError(f"module 'io' has no attribute '{name}'")


_OF_FILES = ('FileIO', 'BufferedReader', 'BufferedWriter', 'BufferedRandom', 'BufferedRWPair', 'TextIOWrapper',
             'IncrementalNewlineDecoder')
_on_demand(globals(), {}, '_stream_class', ' '.join((*_OF_FILES, 'BytesIO', 'StringIO')))


def open_code(path):
    if not isinstance(path, str):
        raise TypeError(f"open_code() argument 'path' must be str, not {_argument_type(path)}")
    return open(path, 'rb')


def text_encoding(encoding, stacklevel=2, /):
    return 'utf-8' if encoding is None else encoding
