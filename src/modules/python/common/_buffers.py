"""Streams of bytes that hold some back, and read ahead."""
import _files
import _frames
import io as _io
from io import UnsupportedOperation, _BufferedIOBase, _into_room, _limit

from _raw_files import FileIO, _finalize, _name_of, _named, _unpicklable

__name__ = '_open'  # whose functions are told to be C

# So much a text stream holds back, and so much the stream below it, which is a block of the file system's.
_SIZE, _BLOCK = 8192, 4096


class _Buffered(_BufferedIOBase):
    """A stream over a raw one: what is written waits, what is read comes ahead by as much as one read gives."""
    __getstate__ = __reduce_ex__ = _unpicklable

    def __init__(self, raw, buffer_size=_SIZE):
        self._needs(raw)
        buffer_size = _frames.ssize(buffer_size)
        if buffer_size <= 0:
            raise ValueError('buffer size must be strictly positive')
        self.raw, self._size, self._ahead, self._waiting = raw, buffer_size, bytearray(), bytearray()

    name = property(lambda self: self._raw().name)
    mode = property(lambda self: self._raw().mode)
    closed = property(lambda self: self._raw().closed)

    def __repr__(self):
        name = getattr(self.raw, 'name', None)
        kind = _named(self)
        return f'<{kind}>' if name is None else f'<{kind} {_name_of(self, name)}>'

    def _needs(self, raw):
        """Whether the raw stream can do what this one is for."""

    def _raw(self):
        if self.raw is None:
            raise ValueError('raw stream has been detached')
        return self.raw

    def _open(self, what):
        if self._raw().closed:
            raise ValueError(f'{what} closed file')

    def readable(self):
        return self._raw().readable()

    def writable(self):
        return self._raw().writable()

    def seekable(self):
        return self._raw().seekable()

    def fileno(self):
        return self._raw().fileno()

    def isatty(self):
        return self._raw().isatty()

    def close(self):
        if not self._raw().closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    def detach(self):
        self._raw()
        self.flush()
        raw, self.raw = self.raw, None
        return raw

    def __del__(self):
        if self.__dict__.get('raw') is not None:
            _finalize(self, self.raw)

    def __enter__(self):
        if self._raw().closed:
            raise ValueError('I/O operation on closed file.')
        return self

    def __iter__(self):
        if self._raw().closed:
            raise ValueError('I/O operation on closed file.')
        return self

    def flush(self):
        self._open('flush of')
        while self._waiting:
            sent = self._send(bytes(self._waiting))
            if sent is None:
                raise self._stuck(0)
            del self._waiting[:sent]

    def _stuck(self, written):
        """What is raised when nothing can go: the number is the system's, if it was asked."""
        return BlockingIOError(getattr(self.raw, '_blocked', 0), 'write could not complete without blocking', written)

    def _send(self, data):
        """One write of the raw stream: how much has gone; None: nothing can go now."""
        sent = self.raw.write(data)
        if sent is not None and not 0 <= sent <= len(data):
            raise OSError(f'raw write() returned invalid length {sent} (should have been between 0 and {len(data)})')
        return sent

    def _back(self):
        """The raw stream to where this one is."""
        if self._ahead:
            self.raw.seek(-len(self._ahead), 1)
            self._ahead.clear()

    def seek(self, pos, whence=0, /):
        if whence not in (0, 1, 2):
            raise ValueError(f'whence value {whence} unsupported')
        self._open('seek of')
        if not self.raw.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')
        if whence == 1 and 0 <= pos <= len(self._ahead):
            del self._ahead[:pos]
            return self.tell()
        self.flush()
        at = self.raw.seek(pos - len(self._ahead) if whence == 1 else pos, whence)
        self._ahead.clear()
        if at < 0:
            raise OSError(f'Raw stream returned invalid position {at}')
        return at

    def tell(self):
        at = self._raw().tell()
        if at < 0:
            raise OSError(f'Raw stream returned invalid position {at}')
        return max(0, at - len(self._ahead) + len(self._waiting))

    def truncate(self, size=None, /):
        self._open('truncate of')
        if not self.writable():
            raise UnsupportedOperation('truncate')
        self.flush()
        self._back()
        return self.raw.truncate(size)


class BufferedReader(_Buffered):
    __module__ = '_io'

    def writable(self):
        return False

    def _needs(self, raw):
        if not raw.readable():
            raise UnsupportedOperation('File or stream is not readable.')

    def flush(self):
        self._raw().flush()

    def _readable(self):
        self._open('read of')
        if not self.raw.readable():
            raise UnsupportedOperation('read')
        if self._waiting:
            self.flush()

    def _more(self, size):
        """One read of the raw stream: how much has come; None: there is nothing now."""
        if type(self.raw) in (FileIO, _io.BytesIO):
            # However much is wanted, there is room for what there is.
            found = self.raw.read(size)
            self._ahead += found or b''
            return found if found is None else len(found)
        room = bytearray(size)
        got = self.raw.readinto(room)
        if got:
            if not 0 <= got <= size:
                raise OSError(f'raw readinto() returned invalid length {got} '
                              f'(should have been between 0 and {size})')
            self._ahead += room if got == size else room[:got]
        return got

    def _take(self, size):
        if size >= len(self._ahead):
            found, self._ahead = bytes(self._ahead), bytearray()
            return found
        found = bytes(self._ahead[:size])
        del self._ahead[:size]
        return found

    def read(self, size=-1, /):
        size = _limit(size)
        if size < -1:
            raise ValueError('read length must be non-negative or -1')
        self._readable()
        if size < 0:
            return self._rest()
        while len(self._ahead) < size:
            got = self._more(max(size - len(self._ahead), self._size))
            if not got:
                if got is None and not self._ahead and size:
                    return None
                break
        return self._take(size)

    def _rest(self):
        found = self._take(len(self._ahead))
        if hasattr(self.raw, 'readall'):
            rest = self.raw.readall()
            if rest is not None and not isinstance(rest, bytes):
                raise TypeError('readall() should return bytes')
            return found + rest if rest else found or rest
        while piece := self.raw.read():
            found += piece
        return found or piece

    def read1(self, size=-1, /):
        self._readable()
        size = self._size if size < 0 else size
        if not self._ahead and size:
            self._more(size)
        return self._take(size)

    def readinto(self, buffer, /):
        self._open('readinto of')
        return _BufferedIOBase.readinto(self, buffer)

    def readinto1(self, buffer, /):
        self._open('readinto of')
        room = _into_room(buffer, 'readinto1')
        taken = self._take(room.nbytes)
        room[:len(taken)] = taken
        left = room.nbytes - len(taken)
        if not left or taken and left <= self._size:
            return len(taken)
        got = self._more(max(left, self._size))
        more = self._take(left)
        room[len(taken):len(taken) + len(more)] = more
        return None if got is None and not taken else len(taken) + len(more)

    def peek(self, size=0, /):
        _frames.ssize(size)
        self._open('peek of')
        self._readable()
        if not self._ahead:
            self._more(self._size)
        return bytes(self._ahead)

    def readline(self, size=-1, /):
        size = _limit(size)
        self._open('readline of')
        self._readable()
        limit = None if size < 0 else size
        start = 0
        while True:
            at = self._ahead.find(b'\n', start) + 1
            if limit is not None and (at > limit or not at and len(self._ahead) >= limit):
                return self._take(limit)
            if at:
                return self._take(at)
            start = len(self._ahead)
            if not self._more(self._size):
                return self._take(start)


class BufferedWriter(_Buffered):
    __module__ = '_io'

    def readable(self):
        return False

    def _needs(self, raw):
        if not raw.writable():
            raise UnsupportedOperation('File or stream is not writable.')

    def write(self, b, /):
        b = _files.bytes_of(b)
        self._open('write to')
        if not self.raw.writable():
            raise UnsupportedOperation('write')
        self._back()
        room = self._size - len(self._waiting)
        if len(b) > room or len(b) >= self._size:
            try:
                self.flush()
            except BlockingIOError as error:
                # What there is room for waits too.
                room = self._size - len(self._waiting)
                self._waiting += b[:room]
                if len(b) <= room:
                    return len(b)
                raise self._stuck(room) from None
        b = bytes(b)
        left = b
        while len(left) >= self._size:
            sent = self._send(left)
            if sent is None and len(left) == self._size:
                break
            if sent is None:
                self._waiting += left[:self._size]
                written = len(b) - len(left) + self._size
                raise self._stuck(written)
            left = left[sent:]
        self._waiting += left
        return len(b)


class BufferedRandom(_Buffered):
    __module__ = '_io'

    def _needs(self, raw):
        if not raw.seekable():
            raise UnsupportedOperation('File or stream is not seekable.')
        BufferedReader._needs(self, raw)
        BufferedWriter._needs(self, raw)


for _kind in BufferedReader, BufferedWriter:
    for _name, _value in vars(_kind).items():
        if callable(_value) and _name not in ('_needs', 'flush'):
            setattr(BufferedRandom, _name, _value)
BufferedRandom.readable, BufferedRandom.writable = _Buffered.readable, _Buffered.writable


class BufferedRWPair(_BufferedIOBase):
    """A reader and a writer as one stream, for what goes two ways."""
    __module__ = '_io'

    def __init__(self, reader, writer, buffer_size=_SIZE, /):
        self.reader, self.writer = BufferedReader(reader, buffer_size), BufferedWriter(writer, buffer_size)

    def close(self):
        try:
            self.writer.close()
        finally:
            self.reader.close()

    closed = property(lambda self: self.writer.closed)

    def isatty(self):
        return self.writer.isatty() or self.reader.isatty()


def _through(part, name):
    def through(self, *args):
        return getattr(getattr(self, part), name)(*args)
    through.__name__ = name
    return through


for _name in ('read', 'read1', 'readline', 'readinto', 'readinto1', 'peek', 'readable'):
    setattr(BufferedRWPair, _name, _through('reader', _name))
for _name in ('write', 'flush', 'writable'):
    setattr(BufferedRWPair, _name, _through('writer', _name))
