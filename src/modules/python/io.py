"""Streams in memory; those over files come from _open when they are asked for."""
__all__ = ['open', 'BlockingIOError', 'StringIO', 'BytesIO', 'TextIOBase', 'IOBase', 'RawIOBase', 'BufferedIOBase',
           'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class UnsupportedOperation(OSError, ValueError):
    __module__ = 'io'


class IOBase:
    """What all streams have."""
    _closed = False

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    @property
    def closed(self):
        return self._closed

    def close(self):
        self._closed = True

    def flush(self):
        self._check()

    def readable(self):
        self._check()
        return False

    writable = seekable = readable

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        raise UnsupportedOperation('fileno')

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *exc):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    pass


class TextIOBase(IOBase):
    encoding = errors = newlines = None


class _Memory:
    """A growing value with a position."""

    def tell(self):
        self._check()
        return self._at

    def seek(self, pos, whence=0, /):
        self._check()
        if whence == 0 and pos < 0:
            raise ValueError(f'Negative seek position {pos}' if self._zero == '' else f'negative seek value {pos}')
        if whence not in (0, 1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)')
        if whence and pos and self._zero == '':
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = max(pos + (0, self._at, self._size())[whence], 0)
        return self._at

    def seekable(self):
        self._check()
        return True

    readable = writable = seekable

    def read(self, size=-1, /):
        self._check()
        value = self.getvalue()
        end = len(value) if size is None or size < 0 else min(self._at + size, len(value))
        found = value[self._at:end]
        self._at = max(self._at, end) if found else self._at
        return found

    def readline(self, size=-1, /):
        self._check()
        value = self.getvalue()
        end = value.find(self._newline, self._at) + 1 or len(value)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        found = value[self._at:end]
        self._at += len(found)
        return found

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else size
        if size < 0:
            raise ValueError(f'Negative size value {size}' if self._zero == '' else f'negative size value {size}')
        if size < self._size():
            self._set(self.getvalue()[:size])
        return size


class StringIO(_Memory, TextIOBase):
    """A text stream in memory."""
    __module__ = '_io'
    _zero, _newline = '', '\n'

    def __init__(self, initial_value='', newline='\n'):
        if not isinstance(initial_value, (str, type(None))):
            raise TypeError(f'initial_value must be str or None, not {type(initial_value).__name__}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        self._parts, self._length, self._at = [], 0, 0
        self._translate = newline
        self._set(self._adapt(initial_value or ''))

    def _adapt(self, text):
        if self._translate is None:
            return text.replace('\r\n', '\n').replace('\r', '\n')
        if self._translate in ('\r', '\r\n'):
            return text.replace('\n', self._translate)
        return text

    def _set(self, text):
        self._parts, self._length = [text], len(text)

    def _size(self):
        return self._length

    def getvalue(self):
        self._check()
        if len(self._parts) != 1:
            self._parts = [''.join(self._parts)]
        return self._parts[0]

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        given, s = len(s), self._adapt(s)
        if self._at == self._length:
            self._parts.append(s)
            self._length += len(s)
        elif s:
            text = self.getvalue().ljust(self._at, '\0')
            self._set(text[:self._at] + s + text[self._at + len(s):])
        self._at += len(s)
        return given

    def __getstate__(self):
        newline = '' if self._translate == '' else self._translate
        return self.getvalue(), newline, self._at, None

    def __setstate__(self, state):
        value, newline, self._at, _ = state
        self._translate = newline
        self._set(value)

    @property
    def line_buffering(self):
        return False

    def close(self):
        self._closed = True
        self._parts = ['']


class BytesIO(_Memory, BufferedIOBase):
    """A binary stream in memory."""
    __module__ = '_io'
    _zero, _newline = b'', b'\n'

    def __init__(self, initial_bytes=b''):
        if initial_bytes is None:
            initial_bytes = b''
        elif isinstance(initial_bytes, (str, int, list, tuple)):
            raise TypeError(f"a bytes-like object is required, not '{type(initial_bytes).__name__}'")
        self._data, self._at = bytearray(initial_bytes), 0

    def __getstate__(self):
        return self.getvalue(), self._at, None

    def __setstate__(self, state):
        data, self._at, _ = state
        self._set(data)

    def _set(self, data):
        self._data = bytearray(data)

    def _size(self):
        return len(self._data)

    def getvalue(self):
        self._check()
        return bytes(self._data)

    def getbuffer(self):
        self._check()
        return memoryview(self._data)

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        b = bytes(b)
        if b:
            if self._at > len(self._data):
                self._data.extend(bytes(self._at - len(self._data)))
            self._data[self._at:self._at + len(b)] = b
            self._at += len(b)
        return len(b)

    read1 = _Memory.read

    def readinto(self, buffer, /):
        data = self.read(len(buffer))
        buffer[:len(data)] = data
        return len(data)

    readinto1 = readinto

    def detach(self):
        raise UnsupportedOperation('detach')


from builtins import BlockingIOError
IOBase.__module__ = TextIOBase.__module__ = RawIOBase.__module__ = BufferedIOBase.__module__ = 'io'
_OF_FILES = ('FileIO', 'BufferedReader', 'BufferedWriter', 'BufferedRandom', 'TextIOWrapper')


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    from _open import open
    return open(file, mode, buffering, encoding, errors, newline, closefd, opener)


def __getattr__(name):
    if name in _OF_FILES:
        import _open
        value = globals()[name] = _open.sibling(name)
        return value
    raise AttributeError(f"module 'io' has no attribute '{name}'")


def text_encoding(encoding, stacklevel=2, /):
    return 'utf-8' if encoding is None else encoding


from _frames import extension as _extension
_extension(StringIO, BytesIO)
