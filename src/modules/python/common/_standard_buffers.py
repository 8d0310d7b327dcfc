"""The bytes below the standard streams."""
import _processes
import codecs as _codecs
import sys as _sys
from _frames import bytes_of as _bytes_of
from io import _BufferedIOBase as _Base


def _claims(name):
    """The class of io's that a stream says it is of."""
    def claimed(self):
        import _open
        return getattr(_open, name)
    return property(claimed)


class BufferedWriter(_Base):
    """Bytes for stdout or stderr, which take text."""
    __module__ = '_io'
    mode = 'wb'

    def __init__(self, text):
        self._text, self.name = text, text.name
        self._decoder = _codecs.getincrementaldecoder('utf-8')('replace')

    raw, __class__ = property(lambda self: self), _claims('BufferedWriter')

    def __repr__(self):
        return f'<_io.BufferedWriter name={self.name!r}>'

    def writable(self):
        return True

    def fileno(self):
        return self._text.fileno()

    def write(self, data, /):
        data = _bytes_of(data)
        if not _processes.put(self.fileno(), data):
            self._text.write(self._decoder.decode(data))
        return len(data)

    def writelines(self, lines, /):
        for line in lines:
            self.write(line)

    def flush(self):
        self._text.flush()

    def close(self):
        if not self._text.closed:
            self.flush()


class BufferedReader(_Base):
    """The bytes of stdin."""
    __module__ = '_io'
    mode, name = 'rb', '<stdin>'

    def __init__(self, text):
        self._text, self._rest = text, b''

    raw, __class__ = property(lambda self: self), _claims('BufferedReader')

    def __repr__(self):
        return "<_io.BufferedReader name='<stdin>'>"

    def readable(self):
        return True

    def fileno(self):
        return 0

    def readline(self, size=-1, /):
        line = self._rest or self._text.readline().encode()
        self._rest = b''
        if size is not None and 0 <= size < len(line):
            line, self._rest = line[:size], line[size:]
        return line

    def read(self, size=-1, /):
        if size is None or size < 0:
            found, self._rest = self._rest + self._text.read().encode(), b''
            return found
        while len(self._rest) < size:
            line = self._text.readline().encode()
            if not line:
                break
            self._rest += line
        found, self._rest = self._rest[:size], self._rest[size:]
        return found

    def read1(self, size=-1, /):
        return self.readline(size)

    def readlines(self, hint=-1, /):
        return list(self)


_made = {}


def buffer_of(stream):
    """The bytes of a standard stream; they are flushed when the program ends."""
    number = stream.fileno()
    if number not in _made:
        _made[number] = BufferedReader(stream) if number == 0 else BufferedWriter(stream)
        if number and len(_made) == 1:
            import atexit
            atexit.register(_flush)
    return _made[number]


def _flush():
    for stream in (_sys.stdout, _sys.stderr):
        try:
            stream.flush()
        except Exception:
            pass


from _frames import native as _native
_native(globals(), 'buffer_of')
