"""Streams in memory; those over files come from _open when they are asked for."""
__all__ = ['BlockingIOError', 'open', 'open_code', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO',
           'BufferedIOBase', 'BufferedReader', 'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase',
           'TextIOWrapper', 'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END', 'DEFAULT_BUFFER_SIZE',
           'text_encoding', 'IncrementalNewlineDecoder']

from abc import ABCMeta as _ABCMeta
from _frames import argument_type as _argument_type, bytes_of as _bytes_of, c_int as _c_int, ssize as _ssize, type_name as _type_name

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


class _Memory:
    """A growing value with a position."""

    def close(self):
        self._closed = True

    def tell(self):
        self._check()
        return self._at

    def seek(self, pos, whence=0, /):
        pos, whence = _ssize(pos), _c_int(whence)
        self._check()
        if whence == 0 and pos < 0:
            raise ValueError(f'Negative seek position {pos}' if self._zero == '' else f'negative seek value {pos}')
        if whence not in (0, 1, 2):
            raise ValueError(f'Invalid whence ({whence}, should be 0, 1 or 2)' if self._zero == '' else
                             f'invalid whence ({whence}, should be 0, 1 or 2)')
        if whence and pos and self._zero == '':
            raise OSError("Can't do nonzero cur-relative seeks")
        self._at = max(pos + (0, self._at, self._size())[whence], 0)
        return self._at

    def seekable(self):
        self._check()
        return True

    def readable(self):
        self._check()
        return True

    def writable(self):
        self._check()
        return True

    def read(self, size=-1, /):
        size = _limit(size)
        self._check()
        value = self.getvalue()
        end = len(value) if size < 0 else min(self._at + size, len(value))
        found = value[self._at:end]
        self._at = max(self._at, end) if found else self._at
        return found

    def _end(self, value):
        return value.find(self._newline, self._at) + 1

    def readline(self, size=-1, /):
        size = _limit(size)
        self._check()
        value = self.getvalue()
        end = self._end(value) or len(value)
        if size >= 0:
            end = min(end, self._at + size)
        found = value[self._at:end]
        self._at += len(found)
        return found

    def truncate(self, size=None, /):
        self._check()
        size = self._at if size is None else _limit(size)
        if size < 0:
            raise ValueError(f'Negative size value {size}' if self._zero == '' else f'negative size value {size}')
        if size < self._size():
            self._set(self.getvalue()[:size])
        return size

    def _own(self):
        """What a program has added, for pickles."""
        return {name: value for name, value in self.__dict__.items() if name not in self._ours} or None

    def _adopt(self, own, which):
        if own is not None:
            if not isinstance(own, dict):
                raise TypeError(f'{which} item of state should be a dict, got a {_type_name(own)}')
            self.__dict__.update(own)


def _restored(at):
    """The position that a pickle has kept."""
    if at < 0:
        raise ValueError('position value cannot be negative')
    return _ssize(at)


class StringIO(_Memory, _TextIOBase):
    """A text stream in memory."""
    __module__ = '_io'
    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def flush(self):
        pass

    def writelines(self, lines, /):
        _IOBase._check(self)
        super().writelines(lines)

    def __enter__(self):
        _IOBase._check(self)
        return self

    _zero, _newline, _ours = '', '\n', {'_parts', '_length', '_at', '_translate', '_seen', '_closed'}

    def __init__(self, initial_value='', newline='\n'):
        if type(initial_value) is type(newline) is str and newline == '\n':
            self._parts, self._length, self._at = [initial_value], len(initial_value), 0
            self._translate, self._seen = newline, ()
            return
        if not isinstance(initial_value, (str, type(None))):
            raise TypeError(f'initial_value must be str or None, not {_type_name(initial_value)}')
        if not isinstance(newline, (str, type(None))):
            raise TypeError(f'newline must be str or None, not {_type_name(newline)}')
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        self._parts, self._length, self._at = [], 0, 0
        self._translate, self._seen = newline, ()
        self._set(self._adapt(initial_value or ''))

    def _adapt(self, text):
        if self._translate in (None, '') and '\r' in text:
            alone = text.replace('\r\n', '')
            found = '\r' in alone, '\n' in alone, '\r\n' in text
            self._seen = tuple(end for end, had in zip(('\r', '\n', '\r\n'), found) if had or end in self._seen)
        elif self._translate in (None, '') and '\n' in text and '\n' not in self._seen:
            self._seen = tuple(end for end in ('\r', '\n', '\r\n') if end == '\n' or end in self._seen)
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
        if type(s) is str and self._at == self._length and self._translate == '\n' and not self._closed:
            # At the end, as it is.
            self._parts.append(s)
            given = len(s)
            self._length = self._at = self._at + given
            return given
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{_type_name(s)}'")
        self._check()
        given, s = len(s), self._adapt(s)
        if self._at == self._length:
            self._parts.append(s)
            self._length += len(s)
        elif s:
            text = self.getvalue().ljust(self._at, '\0')
            self._set(text[:self._at] + s + text[self._at + len(s):])
        self._at += len(s)
        return given

    def __next__(self):
        if type(self) is StringIO and self._translate == '\n' and len(self._parts) == 1 and not self._closed:
            value, at = self._parts[0], self._at
            self._at = end = value.find('\n', at) + 1 or max(self._length, at)
            if end > at:
                return value[at:end]
            raise StopIteration
        return super().__next__()

    @property
    def newlines(self):
        self._check()
        return self._seen if len(self._seen) > 1 else self._seen[0] if self._seen else None

    def _end(self, value):
        if self._translate != '':
            newline = self._translate or '\n'
            at = value.find(newline, self._at)
            return 0 if at < 0 else at + len(newline)
        ends = [at for at in (value.find('\n', self._at), value.find('\r', self._at)) if at >= 0]
        if not ends:
            return 0
        return min(ends) + (2 if value.startswith('\r\n', min(ends)) else 1)

    def __getstate__(self):
        return self.getvalue(), self._translate, self._at, self._own()

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) < 4:
            raise TypeError(f'{type(self).__module__}.{type(self).__qualname__}.__setstate__ argument should be '
                            f'4-tuple, got {_type_name(state)}')
        value, newline, at, own = state[:4]
        self.__init__(value, newline)
        # The text as it was kept, whose ends of lines have been seen to.
        self._set(value or '')
        if not isinstance(at, int):
            raise TypeError(f'third item of state must be an integer, got {_type_name(at)}')
        self._at = _restored(at)
        self._adopt(own, 'fourth')

    @property
    def line_buffering(self):
        return False

    def close(self):
        self._closed = True
        self._parts = ['']


class BytesIO(_Memory, _BufferedIOBase):
    """A binary stream in memory."""
    __module__ = '_io'
    _zero, _newline, _ours = b'', b'\n', {'_data', '_at', '_closed'}

    def readlines(self, size=None, /):
        if size is not None and not hasattr(type(size), '__index__'):
            raise TypeError(f"integer argument expected, got '{_type_name(size)}'")
        return super().readlines(-1 if size is None else _ssize(size))

    def readinto(self, buffer, /):
        return _into(buffer, lambda size: BytesIO.read(self, size))

    def __init__(self, initial_bytes=b''):
        if initial_bytes is None:
            initial_bytes = b''
        elif not isinstance(initial_bytes, (bytes, bytearray)):
            initial_bytes = _bytes_of(initial_bytes)
        self._lent()
        self._data, self._at = bytearray(initial_bytes), 0

    _data = None

    def _lent(self):
        """BufferError while somebody has the buffer."""
        if self._data is not None:
            self._data.append(0)
            self._data.pop()

    def close(self):
        if not self._closed:
            self._lent()
        super().close()

    def truncate(self, size=None, /):
        self._check()
        self._lent()
        return super().truncate(size)

    def __getstate__(self):
        return self.getvalue(), self._at, self._own()

    def __setstate__(self, state):
        if not isinstance(state, tuple) or len(state) < 3:
            raise TypeError(f'{type(self).__module__}.{type(self).__qualname__}.__setstate__ argument should be '
                            f'3-tuple, got {_type_name(state)}')
        data, at, own = state[:3]
        self._set(b'')
        self._at = 0
        self.write(data)
        if not isinstance(at, int):
            raise TypeError(f'second item of state must be an integer, not {_type_name(at)}')
        self._at = _restored(at)
        self._adopt(own, 'third')

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file.')

    def _set(self, data):
        self._data = bytearray(data)

    def _size(self):
        return len(self._data)

    def getvalue(self):
        self._check()
        return bytes(self._data)

    def __iter__(self):
        return self

    def getbuffer(self):
        self._check()
        return memoryview(self._data)

    def write(self, b, /):
        self._check()
        if not isinstance(b, bytes):
            b = _bytes_of(b)
        if b:
            if self._at > len(self._data):
                self._data.extend(bytes(self._at - len(self._data)))
            self._data[self._at:self._at + len(b)] = b
            self._at += len(b)
        return len(b)

    def read1(self, size=-1, /):
        return _Memory.read(self, size)


from builtins import BlockingIOError
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


BufferedIOBase.register(BytesIO)
TextIOBase.register(StringIO)
_OF_FILES = ('FileIO', 'BufferedReader', 'BufferedWriter', 'BufferedRandom', 'BufferedRWPair', 'TextIOWrapper',
             'IncrementalNewlineDecoder')


def __getattr__(name):
    if name in _OF_FILES:
        import _open
        value = globals()[name] = _open.sibling(name)
        return value
    raise AttributeError(f"module 'io' has no attribute '{name}'")


def open_code(path):
    if not isinstance(path, str):
        raise TypeError(f"open_code() argument 'path' must be str, not {_argument_type(path)}")
    return open(path, 'rb')


def text_encoding(encoding, stacklevel=2, /):
    return 'utf-8' if encoding is None else encoding


from _frames import extension as _extension, not_finalized as _not_finalized
from _frames import shortcuts as _shortcuts
_extension(_Memory, StringIO, BytesIO)
# Their ends change nothing that anybody sees.
_not_finalized(StringIO, BytesIO)
_shortcuts(3, StringIO, BytesIO, _Memory, _IOBase)


from _frames import unseen as _unseen
_unseen(_Memory)
