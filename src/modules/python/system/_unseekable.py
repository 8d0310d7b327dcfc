"""Files over what cannot be sought: connections and pipes. They read what comes, as it comes."""
from _frames import extension as _extension
from io import RawIOBase, UnsupportedOperation, _into
import _descriptors
import _open
import _raw_files

_SIZE = 8192


def _readinto(self, buffer, /):
    return _into(buffer, self.read)


class SocketIO(RawIOBase):  #: -
    """A socket as a file without a buffer."""
    __module__ = 'socket'
    _blocked = 11

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

    def read(self, size=-1, /):  #: in socket.py readinto
        """At most so many bytes; None: there are none now."""
        self._check()
        if not self._reads:
            raise UnsupportedOperation('File or stream is not readable.')
        if self._late:
            raise OSError('cannot read from timed out object')  #: 717 raise OSError("cannot read from timed out object")
        if size is None or size < 0:
            return b''.join(iter(lambda: self.read(_SIZE) or b'', b''))
        try:
            return self._sock.recv(size)  #: 719 return «self._sock.recv_into(b)»
        except BlockingIOError:
            return None
        except TimeoutError:
            self._late = True
            raise

    readinto = _readinto

    def write(self, b, /):  #: in socket.py
        self._check()
        if not self._writes:
            raise UnsupportedOperation('File or stream is not writable.')
        try:
            return self._sock.send(b)  #: 737
        except BlockingIOError:
            return None

    def close(self):
        if not self._closed:
            self._closed = True
            self._sock._decref_socketios()
            self._sock = None


class PipeIO(RawIOBase):  #: -
    """A pipe, or another thing with a number."""
    __module__, __qualname__ = '_io', 'FileIO'
    _warns, _blocked = True, 11

    def __init__(self, end, number, reads, writes, closefd=True):
        self._end, self._number, self._reads, self._writes, self.closefd = end, number, reads, writes, closefd

    name = property(lambda self: self._number)
    mode = property(lambda self: 'rb' if self._reads else 'wb')

    def readable(self):
        return self._reads

    def writable(self):
        return self._writes

    def seek(self, pos, whence=0, /):
        self._check()
        raise OSError(29, 'Illegal seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation('File not open for writing')
        raise OSError(29, 'Illegal seek') if size is None else OSError(22, 'Invalid argument')

    def __repr__(self):
        return f"<_io.FileIO {'[closed]' if self._closed else f'name={self.name!r} mode={self.mode!r} closefd={self.closefd}'}>"

    def __del__(self):
        _raw_files._finalize(self, self)

    def fileno(self):
        self._check()
        return self._number

    def read(self, size=-1, /):
        self._check()
        if size is None or size < 0:
            first = self.read(_SIZE)
            return first and first + b''.join(iter(lambda: self.read(_SIZE) or b'', b''))
        try:
            return self._end.read(size)
        except BlockingIOError:
            return None

    readinto = _readinto

    def write(self, b, /):
        self._check()
        try:
            return self._end.write(bytes(b))
        except BlockingIOError:
            return None

    def close(self):
        if not self._closed:
            self._closed = True
            if self.closefd:
                # Somebody may have closed the number itself.
                _descriptors.find(self._number)
                if not _descriptors.forsake(self._number):
                    self._end.close()


def of_socket(sock, mode):
    """The file below that of `socket.makefile`."""
    sock._io_refs += 1
    return SocketIO(sock, ('r' if 'r' in mode or 'w' not in mode else '') + ('w' if 'w' in mode else ''))


def of_number(number, mode, buffering, encoding, errors, newline, closefd, end):
    """`open` of the number of a pipe or a connection."""
    raw = PipeIO(end, number, 'r' in mode or '+' in mode, 'r' not in mode or '+' in mode, closefd)
    binary = 'b' in mode
    return raw if buffering == 0 else over(raw, mode, binary, buffering, encoding, errors, newline, buffering == 1)


def over(raw, mode, binary, buffering, encoding, errors, newline, by_lines):
    size = buffering if buffering and buffering > 1 else _SIZE
    if raw._reads and raw._writes:
        buffered = _open.BufferedRWPair(raw, raw, size)
    else:
        buffered = (_open.BufferedReader if raw._reads else _open.BufferedWriter)(raw, size)
    if binary:
        return buffered
    text = _open.TextIOWrapper(buffered, encoding, errors, newline, by_lines)
    text.mode = mode
    return text


# What `io.FileIO` does as well over a pipe's end.
read, write = PipeIO.read, PipeIO.write
PipeIO.__name__ = 'FileIO'
_extension(PipeIO)
