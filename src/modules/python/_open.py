"""Open files: `open()` and what it gives."""
import _files
from io import BufferedIOBase, IOBase, RawIOBase, TextIOBase, UnsupportedOperation
from sys import modules as _modules

_SIZE = 8192


def _unpicklable(self, protocol=0):
    raise TypeError(f'cannot pickle {type(self).__name__!r} instances')


class FileIO(RawIOBase):
    """A file without a buffer."""
    __module__ = '_io'
    __getstate__ = __reduce_ex__ = _unpicklable

    def __init__(self, file, mode='r', closefd=True, opener=None):
        self.name, self.closefd, self._modes = file, closefd, mode
        plus = '+' in mode
        reads, writes = plus or 'r' in mode, plus or 'r' not in mode
        if isinstance(file, int):
            _files._descriptor(file)
            self._fd = file
        elif opener is not None:
            self._fd = opener(file, 0 if not writes else 66)
        else:
            text = _files._text(file, 'open')
            node = _files.open_node(text, 'r' if 'r' in mode else mode.replace('+', ''), file)
            self._fd = _files.new_descriptor(_files.Descriptor(node, reads, writes, 'a' in mode))
        self._place = _files._descriptor(self._fd)
        if 'a' in mode:
            self._place.at = len(self._place.node.data)
        self._reads, self._writes = reads, writes

    @property
    def mode(self):
        kind = next(c for c in 'xarw' if c in self._modes)
        if kind in 'xa':
            return kind + 'b' + ('+' if self._reads else '')
        return 'rb+' if self._reads and self._writes else 'rb' if self._reads else 'wb'

    def __repr__(self):
        if self.closed:
            return '<_io.FileIO [closed]>'
        return f'<_io.FileIO name={self.name!r} mode={self.mode!r} closefd={self.closefd}>'

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def seekable(self):
        self._check()
        return True

    def fileno(self):
        self._check()
        return self._fd

    def read(self, size=-1, /):
        self._check()
        if not self._reads:
            raise UnsupportedOperation('File not open for reading')
        return self._place.read(size)

    def readall(self):
        return self.read()

    def readinto(self, buffer):
        found = self.read(len(buffer))
        buffer[:len(found)] = found
        return len(found)

    def write(self, b, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation('File not open for writing')
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        b = bytes(b)
        self._place.write(b)
        return len(b)

    def seek(self, pos, whence=0, /):
        self._check()
        at = pos + (0, self._place.at, len(self._place.node.data))[whence]
        if at < 0:
            raise OSError(22, 'Invalid argument')
        self._place.at = at
        return at

    def tell(self):
        self._check()
        return self._place.at

    def truncate(self, size=None, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation('File not open for writing')
        size = self._place.at if size is None else size
        data = self._place.node.data
        del data[size:]
        data.extend(bytes(size - len(data)))
        return size

    def close(self):
        if not self._closed:
            self._closed = True
            if self.closefd:
                _files.table.pop(self._fd, None)

    def __del__(self):
        try:
            if not self._closed:
                _warn_unclosed(self, self)
                self.close()
        except Exception:
            pass

    def readline(self, size=-1, /):
        self._check()
        data, at = self._place.node.data, self._place.at
        end = data.find(b'\n', at) + 1 or len(data)
        return self.read(end - at if size is None or size < 0 else min(size, end - at))


def _warn_unclosed(file, raw):
    """What the end of a file that nobody closed says (`_dealloc_warn`); unless a program has asked for it, nothing."""
    if not raw.closefd or 'warnings' not in _modules:
        return
    import warnings
    try:
        warnings.warn(f'unclosed file {file!r}', ResourceWarning, source=file)
    except Warning as error:
        import _frames
        _frames.unraisable(error, raw)


class _Buffered(BufferedIOBase):
    """A file whose writes wait in a buffer."""
    __getstate__ = __reduce_ex__ = _unpicklable

    def __init__(self, raw, buffer_size=_SIZE):
        self.raw, self._size, self._waiting, self._count = raw, buffer_size, [], 0

    name = property(lambda self: self.raw.name)
    mode = property(lambda self: self.raw.mode)
    closed = property(lambda self: self.raw.closed)

    def __repr__(self):
        name = getattr(self.raw, 'name', None)
        kind = type(self).__name__
        return f'<_io.{kind}>' if name is None else f'<_io.{kind} name={name!r}>'

    def _open(self, what):
        if self.raw.closed:
            raise ValueError(f'{what} closed file')

    def readable(self):
        return self.raw.readable()

    def writable(self):
        return self.raw.writable()

    def seekable(self):
        return self.raw.seekable()

    def fileno(self):
        return self.raw.fileno()

    def isatty(self):
        return False

    def flush(self):
        self._open('flush of')
        if self._waiting:
            data, self._waiting, self._count = b''.join(self._waiting), [], 0
            self.raw.write(data)

    def close(self):
        if not self.raw.closed:
            try:
                self.flush()
            finally:
                self.raw.close()

    def detach(self):
        self.flush()
        return self.raw

    def __del__(self):
        try:
            if not self.raw.closed and isinstance(self.raw, FileIO):
                _warn_unclosed(self, self.raw)
            self.close()
        except Exception:
            pass

    def __enter__(self):
        if self.raw.closed:
            raise ValueError('I/O operation on closed file.')
        return self

    def read(self, size=-1, /):
        self._open('read of')
        if not self.raw._reads:
            raise UnsupportedOperation('read')
        self.flush()
        return self.raw.read(size)

    read1 = read

    def readinto(self, buffer):
        found = self.read(len(buffer))
        buffer[:len(found)] = found
        return len(found)

    def peek(self, size=0, /):
        found = self.read(max(size, 1) if size else _SIZE)
        self.raw._place.at -= len(found)
        return found

    def readline(self, size=-1, /):
        self._open('readline of')
        if not self.raw._reads:
            raise UnsupportedOperation('readline')
        self.flush()
        return self.raw.readline(size)

    def __iter__(self):
        if self.raw.closed:
            raise ValueError('I/O operation on closed file.')
        return self

    def write(self, b, /):
        self._open('write to')
        if not self.raw._writes:
            raise UnsupportedOperation('write')
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        b = bytes(b)
        self._waiting.append(b)
        self._count += len(b)
        if self._count > self._size:
            self.flush()
        return len(b)

    def seek(self, pos, whence=0, /):
        self._open('seek of')
        self.flush()
        return self.raw.seek(pos, whence)

    def tell(self):
        self._open('tell of')
        return self.raw.tell() + self._count

    def truncate(self, size=None, /):
        self._open('truncate of')
        self.flush()
        return self.raw.truncate(size)


class BufferedReader(_Buffered):
    __module__ = '_io'


class BufferedWriter(_Buffered):
    __module__ = '_io'


class BufferedRandom(_Buffered):
    __module__ = '_io'


class TextIOWrapper(TextIOBase):
    """Text over bytes."""
    __module__ = '_io'
    __getstate__ = __reduce_ex__ = _unpicklable

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        if newline not in (None, '', '\n', '\r', '\r\n'):
            raise ValueError(f'illegal newline value: {newline!r}')
        encoding = 'utf-8' if encoding in (None, 'locale') else encoding
        b''.decode(encoding)
        self.buffer, self.encoding, self.errors = buffer, encoding, 'strict' if errors is None else errors
        self._newline, self.line_buffering, self.write_through = newline, line_buffering, write_through
        self._text, self._at, self._waiting, self._count = '', 0, [], 0
        self._fresh = not (encoding.lower().replace('_', '-') in ('utf-16', 'utf-32', 'utf-8-sig')
                           and buffer.seekable() and buffer.tell())
        self._left = b''

    name = property(lambda self: self.buffer.name)
    closed = property(lambda self: self.buffer.closed)

    def __repr__(self):
        parts = ['<_io.TextIOWrapper']
        name, mode = getattr(self.buffer, 'name', None), getattr(self, 'mode', None)
        if name is not None:
            parts.append(f'name={name!r}')
        if mode is not None:
            parts.append(f'mode={mode!r}')
        return f'{" ".join(parts)} encoding={self.encoding!r}>'

    def _check(self):
        if self.buffer.closed:
            raise ValueError('I/O operation on closed file.')

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def fileno(self):
        return self.buffer.fileno()

    def isatty(self):
        self._check()
        return False

    def reconfigure(self, *, encoding=None, errors=None, newline='', line_buffering=None, write_through=None):
        self.flush()
        self.encoding, self.errors = encoding or self.encoding, errors or self.errors
        if line_buffering is not None:
            self.line_buffering = line_buffering

    def _push(self):
        if self._waiting:
            text, self._waiting, self._count = ''.join(self._waiting), [], 0
            data = text.encode(self._codec(), self.errors)
            self._fresh = False
            self.buffer.write(data)

    def _codec(self):
        """The encoding, without the mark at the start once something has been written."""
        name = self.encoding
        if self._fresh:
            return name
        return {'utf-8-sig': 'utf-8', 'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le'}.get(
            name.lower().replace('_', '-'), name)

    def flush(self):
        self._check()
        self._push()
        self.buffer.flush()

    def close(self):
        if not self.buffer.closed:
            try:
                self._push()
            finally:
                self.buffer.close()

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def __del__(self):
        try:
            raw = getattr(self.buffer, 'raw', None)
            if not self.buffer.closed and isinstance(raw, FileIO):
                _warn_unclosed(self, raw)
            self.close()
        except Exception:
            pass

    def __enter__(self):
        self._check()
        return self

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {type(s).__name__}')
        self._check()
        if not self.buffer.writable():
            raise UnsupportedOperation('not writable')
        if self._text:
            self._rewind()
        text = s.replace('\n', self._newline) if self._newline in ('\r', '\r\n') else s
        text.encode(self.encoding, self.errors)
        self._waiting.append(text)
        self._count += len(text)
        if self._count > _SIZE or self.write_through:
            self._push()
        if self.line_buffering and ('\n' in s or '\r' in s):
            self.flush()
        return len(s)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def _rewind(self):
        """Gives back what has been decoded and not read."""
        left = len(self._text[self._at:].encode(self._codec(), self.errors)) + len(self._left)
        self.buffer.seek(-left, 1)
        self._text, self._at, self._left = '', 0, b''

    def _fill(self):
        self._check()
        if not self.buffer.readable():
            raise UnsupportedOperation('not readable')
        self._push()
        data = self._left + self.buffer.read()
        self._left = b''
        if data:
            text = data.decode(self._codec(), self.errors)
            self._fresh = False
            self._text, self._at = self._text[self._at:] + text, 0

    def _translated(self, text):
        return text.replace('\r\n', '\n').replace('\r', '\n') if self._newline is None and '\r' in text else text

    def read(self, size=-1, /):
        if not hasattr(size, '__index__') and size is not None:
            raise TypeError(f"argument should be integer or None, not '{type(size).__name__}'")
        self._fill()
        if size is None or size < 0:
            found, self._at = self._text[self._at:], len(self._text)
            return self._translated(found)
        found = ''
        while len(found) < size and self._at < len(self._text):
            piece = self._text[self._at:self._at + size - len(found)]
            if self._newline is None and piece.endswith('\r') and self._text.startswith(
                    '\n', self._at + len(piece)):
                piece += '\n'
            self._at += len(piece)
            found += self._translated(piece)
        return found

    def readline(self, size=-1, /):
        if self._at >= len(self._text):
            self._fill()
        else:
            self._check()
        text, at = self._text, self._at
        if self._newline in (None, ''):
            ends = [n for n in (text.find('\n', at), text.find('\r', at)) if n >= 0] if '\r' in text else None
            if ends is None:
                end = text.find('\n', at) + 1 or len(text)
            elif ends:
                end = min(ends) + 1
                if text.startswith('\r\n', end - 1):
                    end += 1
            else:
                end = len(text)
        else:
            found = text.find(self._newline, at)
            end = len(text) if found < 0 else found + len(self._newline)
        if size is not None and size >= 0:
            end = min(end, at + size)
        self._at = end
        return self._translated(text[at:end])

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, cookie, whence=0, /):
        self._check()
        if whence == 1 and cookie:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence == 0 and cookie < 0:
            raise ValueError(f'negative seek position {cookie}')
        self._push()
        if whence == 1:
            return self.tell()
        self._text, self._at, self._left = '', 0, b''
        at = self.buffer.seek(cookie, whence)
        self._fresh = at == 0
        return at

    def tell(self):
        self._check()
        self._push()
        left = self._text[self._at:]
        return self.buffer.tell() - len(left.encode(self._codec(), self.errors))

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(self.tell() if size is None else size)


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """A file of the run's file system."""
    if not isinstance(file, int):
        if not isinstance(file, (str, bytes)) and not hasattr(type(file), '__fspath__'):
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(file).__name__}')
        file = _files.fspath(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    letters = set(mode)
    if letters - set('axrwb+t') or len(mode) > len(letters):
        raise ValueError(f'invalid mode: {mode!r}')
    binary = 'b' in mode
    if 't' in mode and binary:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set('xrwa')) != 1:
        if not letters & set('xrwa') or len(letters & set('xrwa')) > 1:
            raise ValueError('must have exactly one of create/read/write/append mode')
    if binary:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {'an' if name[0] == 'e' else 'a'} {name} argument")
    if not binary and buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    if encoding is not None:
        b''.decode(encoding)
    if isinstance(file, int):
        if file in (0, 1, 2) and not binary:
            import sys
            return (sys.__stdin__, sys.__stdout__, sys.__stderr__)[file]
        place = _files._descriptor(file)
        if not isinstance(place, _files.Descriptor):
            import _unseekable
            return _unseekable.of_number(file, mode, buffering, encoding, errors, newline, closefd, place)
    raw = FileIO(file, mode.replace('b', '').replace('t', ''), closefd, opener)
    if buffering == 0:
        return raw
    size = buffering if buffering > 1 else _SIZE
    buffered = (BufferedRandom if '+' in mode else BufferedReader if 'r' in mode else BufferedWriter)(raw, size)
    if binary:
        return buffered
    text = TextIOWrapper(buffered, encoding, errors, newline, buffering == 1)
    text.mode = mode
    return text


def sibling(name):
    """For io's lazy names."""
    return globals()[name]


from _frames import extension as _extension
_extension(FileIO, BufferedReader, BufferedWriter, BufferedRandom, TextIOWrapper)
