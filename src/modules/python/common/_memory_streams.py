"""Streams in memory."""
from _frames import (bytes_of as _bytes_of, c_int as _c_int, extension as _extension, not_finalized as _not_finalized,
                     shortcuts as _shortcuts, ssize as _ssize, type_name as _type_name, unseen as _unseen)

from io import BufferedIOBase, TextIOBase, _BufferedIOBase, _IOBase, _TextIOBase, _into, _limit

__name__ = 'io'  # where what is here is said to be


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


BufferedIOBase.register(BytesIO)
TextIOBase.register(StringIO)
_extension(_Memory, StringIO, BytesIO)
# Their ends change nothing that anybody sees.
_not_finalized(StringIO, BytesIO)
_shortcuts(3, StringIO, BytesIO, _Memory, _IOBase)
_unseen(_Memory)
