"""Files over what cannot be sought: connections and pipes. They read what comes, as it comes."""
from io import RawIOBase, UnsupportedOperation
import _open

_SIZE = 8192


class SocketIO(RawIOBase):
    """A socket as a file without a buffer."""
    __module__ = 'socket'

    def __init__(self, sock, mode):
        if mode not in ('r', 'w', 'rw', 'rb', 'wb', 'rwb'):
            raise ValueError(f'invalid mode: {mode!r}')
        self._sock, self.mode = sock, mode if 'b' in mode else mode + 'b'
        self._reads, self._writes, self._late = 'r' in mode, 'w' in mode, False

    name = property(lambda self: -1 if self._closed else self._sock.fileno())

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def fileno(self):
        self._check()
        return self._sock.fileno()

    def read(self, size=-1, /):
        """At most so many bytes; None: there are none now."""
        self._check()
        if not self._reads:
            raise UnsupportedOperation('File or stream is not readable.')
        if self._late:
            raise OSError('cannot read from timed out object')
        if size is None or size < 0:
            return b''.join(iter(lambda: self.read(_SIZE) or b'', b''))
        try:
            return self._sock.recv(size)
        except BlockingIOError:
            return None
        except TimeoutError:
            self._late = True
            raise

    def readinto(self, buffer):
        found = self.read(len(buffer))
        if found is not None:
            buffer[:len(found)] = found
            found = len(found)
        return found

    def write(self, b, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation('File or stream is not writable.')
        try:
            return self._sock.send(b)
        except BlockingIOError:
            return None

    def close(self):
        if not self._closed:
            self._closed = True
            self._sock._decref_socketios()
            self._sock = None


class PipeIO(RawIOBase):
    """A pipe, or another thing with a number."""

    def __init__(self, end, number, reads, writes, closefd=True):
        self._end, self._number, self._reads, self._writes, self.closefd = end, number, reads, writes, closefd

    name = property(lambda self: self._number)
    mode = property(lambda self: 'rb' if self._reads else 'wb')

    def readable(self):
        return self._reads

    def writable(self):
        return self._writes

    def fileno(self):
        self._check()
        return self._number

    def read(self, size=-1, /):
        self._check()
        if size is None or size < 0:
            return b''.join(iter(lambda: self.read(_SIZE) or b'', b''))
        try:
            return self._end.read(size)
        except BlockingIOError:
            return None

    def write(self, b, /):
        self._check()
        return self._end.write(bytes(b))

    def close(self):
        if not self._closed:
            self._closed = True
            if self.closefd:
                self._end.close()


class _Buffered(_open._Buffered):
    """Reads ahead as much as comes at once; what is written waits until there is enough of it."""

    def __init__(self, raw, size=_SIZE):
        super().__init__(raw, size)
        self._ahead, self._waiting = bytearray(), bytearray()

    def _more(self, size=0):
        found = self.raw.read(max(size, self._size))
        if found:
            self._ahead += found
        return found

    def _take(self, size):
        found = bytes(self._ahead[:size])
        del self._ahead[:size]
        return found

    def _readable(self):
        self._open('read of')
        if not self.raw.readable():
            raise UnsupportedOperation('read')

    def read(self, size=-1, /):
        self._readable()
        wanted = None if size is None or size < 0 else size
        found = b''
        while wanted is None or len(self._ahead) < wanted:
            found = self._more(0 if wanted is None else wanted - len(self._ahead))
            if not found:
                break
        if found is None and not self._ahead:
            return None
        return self._take(len(self._ahead) if wanted is None else wanted)

    def read1(self, size=-1, /):
        self._readable()
        if not self._ahead:
            self._more()
        return self._take(len(self._ahead) if size < 0 else size)

    def peek(self, size=0, /):
        self._readable()
        if not self._ahead:
            self._more()
        return bytes(self._ahead)

    def readline(self, size=-1, /):
        self._readable()
        limit = None if size is None or size < 0 else size
        start = 0
        while True:
            at = self._ahead.find(b'\n', start) + 1
            if limit is not None and (at > limit or not at and len(self._ahead) >= limit):
                return self._take(limit)
            if at:
                return self._take(at)
            start = len(self._ahead)
            if not self._more():
                return self._take(start)

    def write(self, b, /):
        self._open('write to')
        if not self.raw.writable():
            raise UnsupportedOperation('write')
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        b = bytes(b)
        if len(self._waiting) + len(b) > self._size:
            self.flush()
        self._waiting += b
        if len(self._waiting) > self._size:
            self.flush()
        return len(b)

    def flush(self):
        self._open('flush of')
        while self._waiting:
            sent = self.raw.write(bytes(self._waiting))
            if sent is None:
                raise BlockingIOError(11, 'write could not complete without blocking', 0)
            del self._waiting[:sent]


class BufferedReader(_Buffered, _open.BufferedReader):
    __module__ = '_io'


class BufferedWriter(_Buffered, _open.BufferedWriter):
    __module__ = '_io'


class BufferedRWPair(_Buffered):
    __module__ = '_io'
    __repr__ = object.__repr__


class TextIOWrapper(_open.TextIOWrapper):
    """Text over such a file."""
    __module__ = '_io'

    def _decoded(self, data):
        return self._translated(data.decode(self.encoding, self.errors))

    def readline(self, size=-1, /):
        self._check()
        if not self.buffer.readable():
            raise UnsupportedOperation('not readable')
        return self._decoded(self.buffer.readline(size))

    def read(self, size=-1, /):
        self._check()
        if not self.buffer.readable():
            raise UnsupportedOperation('not readable')
        if size is None or size < 0:
            return self._decoded(self.buffer.read() or b'')
        found = b''
        while len(found.decode(self.encoding, 'ignore')) < size:
            more = self.buffer.read(1)
            if not more:
                break
            found += more
        return self._decoded(found)

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {type(s).__name__}')
        self._check()
        if not self.buffer.writable():
            raise UnsupportedOperation('not writable')
        text = s.replace('\n', self._newline) if self._newline in ('\r', '\r\n') else s
        self.buffer.write(text.encode(self.encoding, self.errors))
        if self.write_through or self.line_buffering and ('\n' in s or '\r' in s):
            self.buffer.flush()
        return len(s)

    def flush(self):
        self._check()
        self.buffer.flush()


def of_socket(sock, mode, buffering, encoding, errors, newline):
    """`socket.makefile`"""
    if not set(mode) <= set('rwb'):
        raise ValueError(f'invalid mode {mode!r} (only r, w, b allowed)')
    binary = 'b' in mode
    raw = SocketIO(sock, ('r' if 'r' in mode or 'w' not in mode else '') + ('w' if 'w' in mode else ''))
    sock._io_refs += 1
    if buffering == 0:
        if not binary:
            raise ValueError('unbuffered streams must be binary')
        return raw
    return _over(raw, mode, binary, buffering, encoding, errors, newline)


def of_number(number, mode, buffering, encoding, errors, newline, closefd, end):
    """`open` of the number of a pipe or a connection."""
    raw = PipeIO(end, number, 'r' in mode or '+' in mode, 'r' not in mode or '+' in mode, closefd)
    binary = 'b' in mode
    return raw if buffering == 0 else _over(raw, mode, binary, buffering, encoding, errors, newline)


def _over(raw, mode, binary, buffering, encoding, errors, newline):
    size = buffering if buffering and buffering > 1 else _SIZE
    kind = BufferedRWPair if raw._reads and raw._writes else BufferedReader if raw._reads else BufferedWriter
    buffered = kind(raw, size)
    if binary:
        return buffered
    text = TextIOWrapper(buffered, encoding, errors, newline, buffering == 1)
    text.mode = mode
    return text
