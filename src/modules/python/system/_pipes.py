"""Files over the ends of pipes."""
import _descriptors
import _files
import _processes
import _selector
from _frames import extension as _extension
from _raw_files import _finalize
from _text_streams import TextIOWrapper
from io import BufferedIOBase, IOBase, RawIOBase, UnsupportedOperation

_SIZE = 8192


class Descriptor:
    """What stands behind the number of an end."""
    _watched = None
    # The files over a process's pipes hold their own ends, in a process that is forked off as well.
    is_inherited = False

    def __init__(self, end, number):
        self._end, self._number, self.options = end, number, {'blocking': True}
        _descriptors.table[number] = self

    @property
    def _source(self):
        if self._watched is None:
            self._watched = _selector.Source(self._number)
            self._end.watch(self._watched)
        return self._watched

    def read(self, count):
        if self.options['blocking']:
            return self._end.read(count)
        found = self._end.read_now(count)
        if found is None:
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        return found

    def write(self, data):
        if self.options['blocking']:
            self._end.write(data)
            return len(data)
        count = self._end.write_now(data)
        if count == 0 < len(data):
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        return count

    def release(self):
        if _descriptors.table.get(self._number) is self:
            del _descriptors.table[self._number]

    def close(self):
        self._end.close()
        self.release()


class Connection(Descriptor):
    """What stands behind the number of a side of multiprocessing's pipe: it reads by one end and writes by another."""

    def __init__(self, reader, writer, number=None):
        self._writer, self.process = writer, _processes.getpid()
        super().__init__(reader or writer, _descriptors.new(self) if number is None else number)
        self._both = reader is not None and writer is not None

    number = property(lambda self: self._number)

    @property
    def _source(self):
        if self._watched is None and self._both:
            self._watched = _selector.Source(self._number)
            _processes.watch_both(self._end, self._writer, self._watched)
        return super()._source

    def write(self, data):
        if self._both:
            self._writer.write(data)
            return len(data)
        return super().write(data)

    def close(self):
        super().close()
        if self._both:
            self._writer.close()


class _End(IOBase):
    _warns = True

    def __init__(self, end, number):
        self.raw = self._end = end
        self.name = self._number = number
        self._descriptor = Descriptor(end, number)

    def __del__(self):
        if self._number > 2:
            _finalize(self, self)
        self._descriptor.release()

    closed = property(lambda self: self._end.closed)
    mode = property(lambda self: 'wb' if self._end.writes else 'rb')

    def __repr__(self):
        return f'<_io.{type(self).__name__} name={self.name}>'

    def _check(self):
        if self._end.closed:
            raise ValueError('I/O operation on closed file')

    def fileno(self):
        self._check()
        return self._number

    def isatty(self):
        return False

    def seekable(self):
        return False

    def tell(self):
        raise OSError(29, 'Illegal seek')

    def readable(self):
        return not self._end.writes

    def writable(self):
        return self._end.writes

    def flush(self):
        self._check()

    def close(self):
        self._descriptor.close()

    def detach(self):
        return self._end


class _Reader(_End):
    __module__ = '_io'
    _left = b''

    def _fetch(self, size=65536):
        """Waits for more; None: it must not wait, and there is nothing yet."""
        try:
            return self._descriptor.read(size)
        except BlockingIOError:
            return None

    def _more(self):
        """Waits for more; whether there was any."""
        found = self._fetch()
        self._left += found or b''
        return bool(found)

    def _take(self, count):
        found, self._left = self._left[:count], self._left[count:]
        return found

    def read(self, size=-1, /):
        if self._end.closed:
            raise ValueError('read of closed file')
        if size is None or size < 0:
            parts = [self._left]
            while parts[-1] or len(parts) == 1:
                parts.append(self._fetch())
            self._left = b''
            if parts == [b'', None]:
                return None
            return b''.join(filter(None, parts))
        while len(self._left) < size and (found := self._fetch()):
            self._left += found
        return None if size > 0 and not self._left and found is None else self._take(size)

    def read1(self, size=-1, /):
        if not self._left:
            self._more()
        return self._take(len(self._left) if size < 0 else size)

    def readinto(self, buffer):
        found = self.read(len(buffer))
        buffer[:len(found)] = found
        return len(found)

    def peek(self, size=0, /):
        if not self._left:
            self._more()
        return self._left

    def readline(self, size=-1, /):
        if self._end.closed:
            raise ValueError('readline of closed file')
        at = 0
        while (end := self._left.find(b'\n', at)) < 0:
            at = len(self._left)
            if not self._more():
                end = at - 1
                break
        end += 1
        return self._take(end if size is None or size < 0 else min(end, size))

    def write(self, b, /):
        raise UnsupportedOperation('write')


class _Writer(_End):
    __module__ = '_io'
    _size = _SIZE

    def __init__(self, end, number):
        super().__init__(end, number)
        self._waiting = bytearray()

    def write(self, b, /):
        if self._end.closed:
            raise ValueError('write to closed file')
        b = _files.bytes_of(b)
        if len(self._waiting) + len(b) > self._size:
            # What does not fit goes behind what waits, at once if it is more than a buffer holds.
            self.flush()
            if len(b) > self._size:
                self._end.write(b)
                return len(b)
        self._waiting += b
        return len(b)

    def flush(self):
        if self._end.closed:
            raise ValueError('flush of closed file')
        if self._waiting:
            self._end.write(bytes(self._waiting))
            self._waiting.clear()

    def close(self):
        if not self._end.closed:
            try:
                self.flush()
            finally:
                super().close()

    def read(self, size=-1, /):
        raise UnsupportedOperation('read')


class BufferedReader(_Reader, BufferedIOBase):
    __module__ = '_io'


class BufferedWriter(_Writer, BufferedIOBase):
    __module__ = '_io'


def _raw(file, mode):
    """It as a file without a buffer shows itself."""
    if file.closed:
        return '<_io.FileIO [closed]>'
    return f'<_io.FileIO name={file.name} mode={mode!r} closefd=True>'


class RawReader(_Reader, RawIOBase):
    closefd = True

    def __repr__(self):
        return _raw(self, 'rb')

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self.readall()
        if self._left or not size:
            return self._take(size)
        return self._fetch(size)


class RawWriter(_Writer, RawIOBase):
    _size, closefd = 0, True

    def __repr__(self):
        return _raw(self, 'wb')


RawReader.__name__ = RawReader.__qualname__ = RawWriter.__name__ = RawWriter.__qualname__ = 'FileIO'


class _Text(TextIOWrapper):
    """Text that comes bit by bit."""
    def __del__(self):
        # Who it is over flushes and closes; the standard streams stay open.
        if getattr(self.buffer, '_number', 3) > 2:
            _finalize(self, self.buffer)

    def write(self, s, /):
        count = super().write(s)
        self._push()
        return count

    def tell(self):
        raise UnsupportedOperation('underlying stream is not seekable')

    def seekable(self):
        return False


_Text.__name__ = _Text.__qualname__ = 'TextIOWrapper'
_Text.__module__ = '_io'
_extension(BufferedReader, BufferedWriter, RawReader, RawWriter, _Text)


def opened(end, number, text=False, encoding=None, errors=None, newline=None, line_buffering=False, raw=False, size=0):
    """The file over an end; `size`: of its buffer."""
    kinds = (RawReader, RawWriter) if raw and not text else (BufferedReader, BufferedWriter)
    file = kinds[end.writes](end, number)
    if size > 1 and end.writes:
        file._size = size
    if text:
        file = _Text(file, encoding, errors, newline, line_buffering, end.writes)
    return file
