"""Open files: `open()` and what it gives."""
import _files
import _frames
import io as _io
from io import UnsupportedOperation, _BufferedIOBase, _IOBase, _RawIOBase, _TextIOBase, _into, _into_room, _limit
from operator import index as _index
from sys import modules as _modules
from _frames import argument_type as _argument_type, shortcuts as _shortcuts, type_name as _type_name

# So much a text stream holds back, and so much the stream below it, which is a block of the file system's.
_SIZE, _BLOCK = 8192, 4096
# The names that the system has for the standard streams.
_STANDARD = {f'{name}': number for number, word in enumerate(('stdin', 'stdout', 'stderr'))
             for name in (f'/dev/{word}', f'/dev/fd/{number}', f'/proc/self/fd/{number}')}


def _unpicklable(self, protocol=0):
    raise TypeError(f'cannot pickle {type(self).__name__!r} instances')


def _named(self):
    """How a stream's class is named in its repr."""
    kind = type(self)
    return f'_io.{kind.__name__}' if kind.__module__ == '_io' else kind.__name__


# Streams whose names are being shown.
_shown = set()


def _name_of(self, name):
    """A stream's name in its repr; it may hold the stream."""
    if id(self) in _shown:
        raise RuntimeError(f'reentrant call inside {_named(self)}.__repr__')
    _shown.add(id(self))
    try:
        return f'name={name!r}'
    finally:
        _shown.discard(id(self))


def _text_encoding(encoding):
    """LookupError for what is no encoding of text."""
    if encoding not in ('utf-8', 'utf8'):
        try:
            ' '.encode(encoding)
        except LookupError as error:
            raise LookupError(str(error).replace('codecs.encode()', 'codecs.open()')) from None


class FileIO(_RawIOBase):
    """A file without a buffer."""
    __module__ = '_io'
    __getstate__ = __reduce_ex__ = _unpicklable
    # Set once it is open.
    _reads = None
    _warns = True
    # The system's number for what would block.
    _blocked = 11

    def __init__(self, file, mode='r', closefd=True, opener=None):
        if not isinstance(mode, str):
            raise TypeError(f"FileIO() argument 'mode' must be str, not {_argument_type(mode)}")
        if not closefd and not isinstance(file, int):
            raise ValueError('Cannot use closefd=False with file name')
        if set(mode) - set('axrwb+'):
            raise ValueError(f'invalid mode: {mode}')
        if sum(map(mode.count, 'axrw')) != 1 or mode.count('+') > 1:
            raise ValueError('Must have exactly one of create/read/write/append mode and at most one plus')
        self.name, self.closefd, self._modes = file, closefd, mode
        plus = '+' in mode
        reads, writes = plus or 'r' in mode, plus or 'r' not in mode
        if isinstance(file, int):
            if file < 0:
                raise ValueError('negative file descriptor')
            if (node := getattr(_files._descriptor(file), 'node', None)) is not None and node.is_dir():
                raise IsADirectoryError(21, 'Is a directory', file)
            self._fd = file
        elif opener is not None:
            kind = next((c for c in 'xaw' if c in mode), 'r')
            flags = (2 if plus else 1 if writes else 0) | {'r': 0, 'w': 576, 'x': 192, 'a': 1088}[kind] | 0o2000000
            fd = opener(file, flags)
            if not isinstance(fd, int):
                raise TypeError('expected integer from opener')
            if fd < 0:
                raise ValueError(f'opener returned {fd}')
            self._fd = fd
        else:
            text = _files._text(file, 'open')
            rights = (0o400 if reads else 0) | (0o200 if writes else 0)
            node = _files.open_node(text, 'r' if 'r' in mode else mode.replace('+', ''), file, 0o666, rights)
            self._fd = _files.new_descriptor(_files.Descriptor(node, reads, writes, 'a' in mode))
        self._place = _files._descriptor(self._fd)
        # A pipe has no node: it gives what there is.
        self._end = None if hasattr(self._place, 'node') else self._place
        if 'a' in mode and self._end is None:
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
            return f'<{_named(self)} [closed]>'
        name = _name_of(self, self.name) if hasattr(self, 'name') else f'fd={self._fd}'
        return f'<{_named(self)} {name} mode={self.mode!r} closefd={self.closefd}>'

    def _check(self):
        if self._closed:
            raise ValueError('I/O operation on closed file')

    def _opened(self):
        """The descriptor, whose number may have been closed behind this file's back."""
        _files._descriptor(self._fd)
        return self._place

    def readable(self):
        self._check()
        return self._reads

    def writable(self):
        self._check()
        return self._writes

    def seekable(self):
        self._check()
        return self._end is None

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        self._check()
        return self._fd

    def read(self, size=-1, /):
        self._check()
        if not self._reads:
            raise UnsupportedOperation('File not open for reading')
        if self._end is not None:
            import _unseekable
            return _unseekable.read(self, size)
        return self._opened().read(size)

    def readall(self):
        return self.read()

    def readinto(self, buffer, /):
        return _into(buffer, self.read, ' 1')

    def write(self, b, /):
        b = _files.bytes_of(b)
        self._check()
        if not self._writes:
            raise UnsupportedOperation('File not open for writing')
        if self._end is not None:
            import _unseekable
            return _unseekable.write(self, b)
        self._opened().write(b)
        return len(b)

    def _sought(self):
        self._check()
        self._opened()
        if self._end is not None:
            raise OSError(29, 'Illegal seek')

    def seek(self, pos, whence=0, /):
        self._sought()
        pos, whence = _index(pos), _index(whence)
        at = pos + (0, self._place.at, len(self._place.node.data))[whence] if whence in (0, 1, 2) else -1
        if at < 0:
            raise OSError(22, 'Invalid argument')
        self._place.at = at
        return at

    def tell(self):
        self._sought()
        return self._place.at

    def flush(self):
        _IOBase._check(self)

    def truncate(self, size=None, /):
        self._check()
        if not self._writes:
            raise UnsupportedOperation('File not open for writing')
        if self._end is not None:
            raise OSError(29, 'Illegal seek') if size is None else OSError(22, 'Invalid argument')
        size = self._place.at if size is None else _index(size)
        if size < 0:
            raise OSError(22, 'Invalid argument')
        data = self._place.node.data
        del data[size:]
        data.extend(bytes(size - len(data)))
        return size

    def close(self):
        if not self._closed:
            try:
                self.flush()
            finally:
                self._closed = True
                if self.closefd:
                    import _descriptors
                    # Somebody may have closed the number itself.
                    _descriptors.find(self._fd)
                    if self._end is None:
                        _descriptors.release(self._fd)
                    elif not _descriptors.forsake(self._fd):
                        self._end.close()

    def __del__(self):
        try:
            if not self._closed and self._reads is not None:
                _warn_unclosed(self, self)
                self.close()
        except Exception as error:
            _frames.unraisable(error, self)

    def readline(self, size=-1, /):
        self._check()
        if self._end is not None:
            return _RawIOBase.readline(self, size)
        data, at = self._place.node.data, self._place.at
        end = data.find(b'\n', at) + 1 or len(data)
        return self.read(end - at if size is None or size < 0 else min(size, end - at))


def _warn_unclosed(file, raw):
    """What the end of a file that nobody closed says (`_dealloc_warn`); unless a program has asked for it, nothing."""
    if not getattr(raw, 'closefd', True) or 'warnings' not in _modules:
        return
    import warnings
    try:
        warnings.warn(f'unclosed file {file!r}', ResourceWarning, source=file)
    except Warning as error:
        import _frames
        _frames.unraisable(error, raw)


def _finalize(stream, raw):  #: -
    """Closes a stream that nobody has any more."""
    try:
        closed = stream.closed
    except Exception:
        return
    try:
        if not closed:
            if getattr(type(raw), '_warns', False):
                _warn_unclosed(stream, raw)
            stream.close()
    except Exception as error:
        import _frames
        _frames.unraisable(error, stream)


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


def _buffer_decode(data, encoding, errors):  #: in encodings/utf_16.py
    if data[:2] not in (b'\xff\xfe', b'\xfe\xff'):
        raise UnicodeDecodeError('utf-16', data, 0, 2, 'Stream does not start with BOM')  #: 67 raise UnicodeDecodeError("utf-16", input, 0, 2, "Stream does not start with BOM")
    return data.decode(encoding, errors)


def decode(data, encoding, errors):  #: in <frozen codecs>
    marked = encoding.lower().replace('_', '-') == 'utf-16'
    return (_buffer_decode if marked else bytes.decode)(data, encoding, errors)  #: 325


def _ascii(data, encoding, errors):  #: in encodings/ascii.py decode
    return data.decode(encoding, errors)  #: 26 return «codecs.ascii_decode(input, self.errors)»[0]


# What is Python in CPython and shows where it fails.
_DECODERS = {'utf-8': decode, 'utf8': decode, 'utf-16': decode, 'ascii': _ascii}


class IncrementalNewlineDecoder:
    """Text piece by piece, its ends of lines made \\n if they are to be; it notes which there were."""
    __module__ = '_io'
    _KINDS = (None, '\n', '\r', ('\r', '\n'), '\r\n', ('\n', '\r\n'), ('\r', '\r\n'), ('\r', '\n', '\r\n'))

    def __init__(self, decoder, translate, errors='strict'):
        self._decoder, self._translate, self.errors = decoder, translate, errors
        self._seen, self._pending = 0, False

    def decode(self, input, final=False):
        text = input if self._decoder is None else self._decoder.decode(input, final=final)
        if self._pending and (text or final):
            text, self._pending = '\r' + text, False
        # A \r at the end may be half of \r\n.
        if text.endswith('\r') and not final:
            text, self._pending = text[:-1], True
        both = text.count('\r\n')
        self._seen |= (text.count('\n') > both) | (text.count('\r') > both) << 1 | (both > 0) << 2
        return text.replace('\r\n', '\n').replace('\r', '\n') if self._translate else text

    def getstate(self):
        data, flag = (b'', 0) if self._decoder is None else self._decoder.getstate()
        return data, flag << 1 | self._pending

    def setstate(self, state):
        data, flag = state
        self._pending = bool(flag & 1)
        if self._decoder is not None:
            self._decoder.setstate((data, flag >> 1))

    def reset(self):
        self._seen, self._pending = 0, False
        if self._decoder is not None:
            self._decoder.reset()

    @property
    def newlines(self):
        return self._KINDS[self._seen]


def _check_texts(function, encoding, errors, newline):
    for name, value in ('encoding', encoding), ('errors', errors), ('newline', newline):
        if not isinstance(value, (str, type(None))):
            raise TypeError(f'{function}() argument {name!r} must be str or None, not {_type_name(value)}')


def _check_newline(newline):
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError(f'illegal newline value: {newline}')


def _ends_of(text):
    """The ends of lines that are in a text."""
    alone = text.replace('\r\n', '')
    found = '\r' in alone, '\n' in alone, len(alone) < len(text)
    return frozenset(end for end, there in zip(('\r', '\n', '\r\n'), found) if there)


class TextIOWrapper(_TextIOBase):
    """Text over bytes."""
    __module__ = '_io'
    __getstate__ = __reduce_ex__ = _unpicklable
    # How many bytes are asked for at once, if the program has said so.
    _chunk = None
    # What the decoder knows of the pieces before, such as the order of bytes.
    _state = None
    # Where the reading began that has come to places that are told; None: nothing has been read since.
    _ahead_of = None
    # The ends of lines in pieces that have been read.
    _seen = frozenset()

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_texts('TextIOWrapper', encoding, errors, newline)
        _check_newline(newline)
        encoding = 'utf-8' if encoding in (None, 'locale') else encoding
        _text_encoding(encoding)
        buffer.readable
        self.buffer, self.encoding, self.errors = buffer, encoding, 'strict' if errors is None else errors
        self._newline, self.line_buffering, self.write_through = newline, line_buffering, write_through
        self._text, self._at, self._waiting, self._count, self._telling = '', 0, [], 0, True
        self._settle()
        if not buffer.seekable() or type(buffer) not in (BufferedReader, BufferedRandom, BufferedWriter, _io.BytesIO):
            # A pipe gives what is there; all that will come may take forever.
            self._chunk = 8192
        self._fresh = not (encoding.lower().replace('_', '-') in ('utf-16', 'utf-32', 'utf-8-sig')
                           and buffer.seekable() and buffer.tell())
        # What is written begins with the encoding's mark, whatever has been read.
        self._marks = self._fresh
        self._left = b''

    def _settle(self):
        """Whether what is written is held back as it is."""
        self._simple = (self.encoding.lower() in ('utf-8', 'utf8') and self._newline not in ('\r', '\r\n')
                        and not self.line_buffering and not self.write_through)

    name = property(lambda self: self._under().name)
    closed = property(lambda self: self._under().closed)

    @property
    def newlines(self):
        """The ends of lines that have been seen, if they are translated or any may be one."""
        self._under()
        if self._newline not in (None, ''):
            return None
        text = self._text
        if text.endswith('\r') and self._at < len(text):
            # It might have been half of an end, until nothing followed.
            text = text[:-1]
        seen = tuple(end for end in ('\r', '\n', '\r\n') if end in self._seen or end in _ends_of(text))
        return seen if len(seen) > 1 else seen[0] if seen else None

    def _under(self):
        if self.buffer is None:
            raise ValueError('underlying buffer has been detached')
        return self.buffer

    def __repr__(self):
        parts = ['<' + _named(self)]
        try:
            name = getattr(self.buffer, 'name', None)
        except ValueError:
            name = None
        mode = getattr(self, 'mode', None)
        if name is not None:
            parts.append(_name_of(self, name))
        if mode is not None:
            parts.append(f'mode={mode!r}')
        return f'{" ".join(parts)} encoding={self.encoding!r}>'

    def _check(self):
        if self._under().closed:
            raise ValueError('I/O operation on closed file.')

    def readable(self):
        return self._under().readable()

    def writable(self):
        return self._under().writable()

    def seekable(self):
        return self._under().seekable()

    def fileno(self):
        return self._under().fileno()

    def isatty(self):
        return self._under().isatty()

    def reconfigure(self, *, encoding=None, errors=None, newline=..., line_buffering=None, write_through=None):
        _check_texts('reconfigure', encoding, errors, None if newline is ... else newline)
        if self._text and (encoding is not None or errors is not None or newline is not ...):
            raise UnsupportedOperation('It is not possible to set the encoding or newline of stream after the first read')
        if newline is not ...:
            _check_newline(newline)
        if encoding is not None:
            encoding = 'utf-8' if encoding == 'locale' else encoding
            _text_encoding(encoding)
        from operator import index
        line_buffering, write_through = [None if flag is None else bool(index(flag)) for flag in (line_buffering, write_through)]
        self.flush()
        if encoding is not None:
            self.encoding, self.errors = encoding, errors or 'strict'
            # Another encoding writes its mark, but in the middle of what can be gone through.
            self._fresh = self._marks = not self.buffer.seekable() or not self.buffer.tell()
        elif errors is not None:
            self.errors = errors
        if newline is not ...:
            self._newline = newline
        if line_buffering is not None:
            self.line_buffering = line_buffering
        if write_through is not None:
            self.write_through = write_through
        self._settle()

    def _push(self):
        if self._waiting:
            text, self._waiting, self._count = ''.join(self._waiting), [], 0
            data = _frames.encode_piece(text, self.encoding if self._marks else self._unmarked(), self.errors)
            self._fresh = self._marks = False
            self.buffer.write(data)

    def _codec(self):
        """The encoding of what is read, without the mark at the start once something has been read or written."""
        return self.encoding if self._fresh else self._unmarked()

    def _unmarked(self):
        name = self.encoding
        return {'utf-8-sig': 'utf-8', 'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le'}.get(
            name.lower().replace('_', '-'), name)

    def flush(self):
        self._check()
        self._push()
        self.buffer.flush()

    def close(self):
        if not self._under().closed:
            try:
                self.flush()
            finally:
                self.buffer.close()

    def detach(self):
        self.flush()
        buffer, self.buffer = self.buffer, None
        return buffer

    def __del__(self):
        if self.__dict__.get('buffer') is not None:
            _finalize(self, getattr(self.buffer, 'raw', None))

    def __enter__(self):
        self._check()
        return self

    def write(self, s, /):
        if not isinstance(s, str):
            raise TypeError(f'write() argument must be str, not {_argument_type(s)}')
        self._check()
        if not self.buffer.writable():
            raise UnsupportedOperation('not writable')
        if self._ahead_of is not None:
            self._forget()
        text = s.replace('\n', self._newline) if self._newline in ('\r', '\r\n') else s
        size = len(_frames.encode_piece(text, self.encoding, self.errors))
        while self._waiting and size >= _SIZE:
            self._push()
        self._waiting.append(text)
        self._count += size
        if self._count >= _SIZE or self.write_through:
            self._push()
        if self.line_buffering and ('\n' in s or '\r' in s):
            self.flush()
        return len(s)

    def _forget(self):
        """Drops what has been decoded and not read. What is written goes behind the piece that it was read with."""
        left = self._unread()
        if left and not self._chunk:
            end, begin = self.buffer.tell(), self._ahead_of
            behind = begin + -(-(end - left - begin) // _SIZE) * _SIZE
            if behind < end:
                self.buffer.seek(behind)
        self._text, self._at, self._left, self._ahead_of, self._state = '', 0, b'', None, None

    def _unread(self):
        """How many bytes of the buffer's have been read and not given."""
        return len(self._text[self._at:].encode(self._unmarked(), self.errors)) + len(self._left)

    @property
    def _CHUNK_SIZE(self):
        return self._chunk or 8192

    @_CHUNK_SIZE.setter
    def _CHUNK_SIZE(self, size):
        size = _index(size)
        if size <= 0:
            raise ValueError('a strictly positive integer is required')
        # What a file holds is read at once all the same.
        self._chunk = None if isinstance(getattr(self.buffer, 'raw', None), FileIO) else size

    def _piece(self, rest=False):
        """Reads on by as much as the program has set, or all the rest at once; False: there is no more."""
        import codecs
        self._remember()
        read = not rest and getattr(self.buffer, 'read1', None) or self.buffer.read
        data = read() if rest else read(self._chunk)
        last = rest or not data
        begun = self._state is not None
        decoder = codecs.getincrementaldecoder(self.encoding if begun else self._codec())(self.errors)
        if begun:
            decoder.setstate((b'', self._state))
        text = decoder.decode(self._left + data, last)
        self._left, self._state = decoder.getstate()
        self._fresh = self._fresh and not data
        if not last and text.endswith('\r') and self._newline in (None, ''):
            # It may be half of an end.
            text, self._left = text[:-1], '\r'.encode(self._codec()) + self._left
        self._seen |= _ends_of(text)
        self._text, self._at = self._text[self._at:] + text, 0
        return bool(data)

    def _remember(self):
        if self._telling and self._ahead_of is None and self.buffer.seekable():
            self._ahead_of = self.buffer.tell()

    def _readable(self):
        self._check()
        if not self.buffer.readable():
            raise UnsupportedOperation('not readable')

    def _fill(self, wanted=None):
        """Reads all there is; where it comes by pieces, until as many characters are there as are wanted."""
        self._readable()
        self._push()
        if self._chunk and wanted is None:
            self._piece(True)
            return
        if self._chunk:
            while len(self._text) - self._at < wanted and self._piece():
                pass
            return
        self._remember()
        data = self._left + self.buffer.read()
        self._left = b''
        if data:
            codec = self._codec()
            text = _DECODERS.get(codec.lower().replace('_', '-'), _frames.decode_piece)(data, codec, self.errors)
            self._fresh = False
            self._text, self._at = self._text[self._at:] + text, 0

    def _translated(self, text):
        return text.replace('\r\n', '\n').replace('\r', '\n') if self._newline is None and '\r' in text else text

    def read(self, size=-1, /):
        if not hasattr(type(size), '__index__') and size is not None:
            raise TypeError(f"argument should be integer or None, not '{_type_name(size)}'")
        if size is not None and not -2**63 <= (size := _index(size)) < 2**63:
            raise OverflowError("cannot fit 'int' into an index-sized integer")
        if size == 0:
            self._readable()
            return ''
        if size is None or size < 0:
            self._fill()
            found, self._at, self._ahead_of = self._text[self._at:], len(self._text), None
            return self._translated(found)
        self._fill(size)
        found = ''
        while len(found) < size and (self._at < len(self._text)
                                     or self._chunk and (self._piece() or self._at < len(self._text))):
            piece = self._text[self._at:self._at + size - len(found)]
            if self._newline is None and piece.endswith('\r') and self._text.startswith(
                    '\n', self._at + len(piece)):
                piece += '\n'
            self._at += len(piece)
            found += self._translated(piece)
        return found

    def _has_line(self, text):
        return self._newline in text if self._newline else '\n' in text or '\r' in text[:-1]

    def readline(self, size=-1, /):
        size = _index(size)
        if not -2**63 <= size < 2**63:
            raise OverflowError('Python int too large to convert to C ssize_t')
        if self._chunk:
            self._fill(0)
            while not (self._has_line(left := self._text[self._at:]) or len(left) >= size >= 0) and self._piece():
                pass
        elif self._at >= len(self._text):
            self._fill()
        else:
            self._check()
        text, at = self._text, self._at
        if self._newline in (None, ''):
            end = text.find('\n', at) + 1 or len(text)
            early = text.find('\r', at, end)
            if early >= 0:
                end = early + 1 + text.startswith('\r\n', early)
        else:
            found = text.find(self._newline, at)
            end = len(text) if found < 0 else found + len(self._newline)
        if size >= 0:
            end = min(end, at + size)
        self._at = end
        return self._translated(text[at:end])

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        # Ahead of what has been given there may be more: no place is told of before the end.
        self._telling = False
        line = self.readline()
        self._telling = not line
        if not line:
            raise StopIteration
        return line

    def seek(self, cookie, whence=0, /):
        self._check()
        if not self.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        if whence not in (0, 1, 2):
            raise ValueError(f'invalid whence ({whence}, should be 0, 1 or 2)')
        if whence == 1 and cookie:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence == 0 and cookie < 0:
            raise ValueError(f'negative seek position {cookie}')
        self._push()
        if whence == 1:
            return self.tell()
        self._text, self._at, self._left, self._seen = '', 0, b'', frozenset()
        self._state = self._ahead_of = None
        at = self.buffer.seek(cookie, whence)
        self._fresh = self._marks = at == 0
        return at

    def tell(self):
        self._check()
        if not self.seekable():
            raise UnsupportedOperation('underlying stream is not seekable')
        if not self._telling:
            raise OSError("telling position disabled by next() call")
        self._push()
        return self.buffer.tell() - self._unread()

    def truncate(self, size=None, /):
        self.flush()
        return self.buffer.truncate(size)


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    """A file of the run's file system."""
    if not isinstance(file, int) or not -1 << 31 <= file < 1 << 31:
        if not isinstance(file, (str, bytes)) and not hasattr(type(file), '__fspath__'):
            raise TypeError(f'expected str, bytes or os.PathLike object, not {type(file).__name__}')
        file = _files.fspath(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {_frames.argument_type(mode)}")
    buffering = _frames.c_int(buffering)
    for name, value in ('encoding', encoding), ('errors', errors), ('newline', newline):
        if value is not None and not isinstance(value, str):
            raise TypeError(f"open() argument '{name}' must be str or None, not {_frames.type_name(value)}")
    letters = set(mode)
    if letters - set('axrwb+t') or len(mode) > len(letters):
        raise ValueError(f"invalid mode: '{mode}'")
    binary = 'b' in mode
    if 't' in mode and binary:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set('xrwa')) != 1:
        if not letters & set('xrwa') or len(letters & set('xrwa')) > 1:
            text = 'ust have exactly one of create/read/write/append mode'
            raise ValueError('m' + text if letters & set('xrwa') else f'M{text} and at most one plus')
    if binary:
        for name, value in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take {'an' if name[0] == 'e' else 'a'} {name} argument")
        if buffering == 1:
            import warnings
            warnings.warn("line buffering (buffering=1) isn't supported in binary mode, the default buffer size will be used",
                          RuntimeWarning)
    standard = _STANDARD.get(file) if isinstance(file, str) else None
    if standard is not None:
        file, closefd = standard, False
    if isinstance(file, int):
        if file in (0, 1, 2):
            import sys
            stream = (sys.__stdin__, sys.__stdout__, sys.__stderr__)[file]
            if binary or closefd or not file and standard is None:
                return stream.buffer if binary else stream
            # Closed, it leaves the stream open.
            return TextIOWrapper(stream.buffer, encoding, errors, newline, buffering == 1)
        place = _files._descriptor(file) if file >= 0 else None
        if place and not hasattr(place, 'node'):
            import _unseekable
            return _unseekable.of_number(file, mode, buffering, encoding, errors, newline, closefd, place)
    try:
        raw = FileIO(file, mode.replace('b', '').replace('t', ''), closefd, opener)
    except _files.NamedPipe:
        number = _files.open(file, 2 if '+' in mode else 0 if 'r' in mode else 1)
        return open(number, mode, buffering, encoding, errors, newline)
    if buffering == 0:
        if binary:
            return raw
        raw.close()
        raise ValueError("can't have unbuffered text I/O")
    size = buffering if buffering > 1 else _BLOCK
    buffered = (BufferedRandom if '+' in mode else BufferedReader if 'r' in mode else BufferedWriter)(raw, size)
    if binary:
        return buffered
    try:
        text = TextIOWrapper(buffered, encoding, errors, newline, buffering == 1)
    except BaseException:
        buffered.close()
        raise
    text.mode = mode
    return text


def sibling(name):
    """For io's lazy names."""
    return globals()[name]


from _frames import extension as _extension
_extension(FileIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, TextIOWrapper, IncrementalNewlineDecoder)
_shortcuts(4, TextIOWrapper, FileIO)
_io.RawIOBase.register(FileIO)
_io.TextIOBase.register(TextIOWrapper)
for _kind in BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair:
    _io.BufferedIOBase.register(_kind)


_frames.unseen(_Buffered)
