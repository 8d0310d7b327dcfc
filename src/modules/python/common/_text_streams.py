"""Streams of text over streams of bytes."""
import _frames
import io as _io
from io import UnsupportedOperation, _TextIOBase
from operator import index as _index
from _frames import argument_type as _argument_type, put as _put, type_name as _type_name

from _raw_files import FileIO, _finalize, _name_of, _named, _unpicklable
from _buffers import BufferedRandom, BufferedReader, BufferedWriter, _SIZE

__name__ = '_open'  # whose functions are told to be C


def _text_encoding(encoding):
    """LookupError for what is no encoding of text."""
    if encoding not in ('utf-8', 'utf8'):
        try:
            ' '.encode(encoding)
        except LookupError as error:
            raise LookupError(str(error).replace('codecs.encode()', 'codecs.open()')) from None


def _utf_16(data, encoding, errors):  #: in encodings/utf_16.py _buffer_decode
    if data[:2] not in (b'\xff\xfe', b'\xfe\xff'):
        raise UnicodeDecodeError('utf-16', data, 0, 2, 'Stream does not start with BOM')  #: 67 raise UnicodeDecodeError("utf-16", input, 0, 2, "Stream does not start with BOM")
    return data.decode(encoding, errors)


def _utf_32(data, encoding, errors):  #: in encodings/utf_32.py _buffer_decode
    return _frames.decode_piece(data, encoding, errors)  #: 56 codecs.utf_32_ex_decode(input, errors, 0, final)


def _utf_8_sig(data, encoding, errors):  #: in encodings/utf_8_sig.py _buffer_decode
    return _frames.decode_piece(data, encoding, errors)  #: 69 return «codecs.utf_8_decode(input, errors, final)»


# What is Python in CPython, below what keeps the rest of a character.
_BUFFERED = {'utf-16': _utf_16, 'utf-32': _utf_32, 'utf-8-sig': _utf_8_sig}


def decode(data, encoding, errors):  #: in <frozen codecs>
    return _BUFFERED.get(encoding.lower().replace('_', '-'), bytes.decode)(data, encoding, errors)  #: 325


def _ascii(data, encoding, errors):  #: in encodings/ascii.py decode
    return data.decode(encoding, errors)  #: 26 return «codecs.ascii_decode(input, self.errors)»[0]


# What shows where it fails.
_DECODERS = dict.fromkeys(('utf-8', 'utf8', *_BUFFERED), decode) | {'ascii': _ascii}


def decode_whole(data, encoding, errors):  #: -
    """The text of data, none of which is to come yet."""
    return _DECODERS.get(encoding.lower().replace('_', '-'), _frames.decode_piece)(data, encoding, errors)


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
    # Whether CPython has a piece at hand, if only one that has been given to its end.
    _decoded = False
    # The ends of lines in pieces that have been read.
    _seen = frozenset()

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False, write_through=False):
        _check_texts('TextIOWrapper', encoding, errors, newline)
        _check_newline(newline)
        encoding = 'utf-8' if encoding in (None, 'locale') else encoding
        _text_encoding(encoding)
        buffer.readable
        _put(self, buffer=buffer, encoding=encoding, errors='strict' if errors is None else errors,
             line_buffering=line_buffering, write_through=write_through)
        self._newline = newline
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
        if self._decoded and (encoding is not None or errors is not None or newline is not ...):
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
            _put(self, encoding=encoding, errors=errors or 'strict')
            # Another encoding writes its mark, but in the middle of what can be gone through.
            self._fresh = self._marks = not self.buffer.seekable() or not self.buffer.tell()
        elif errors is not None:
            _put(self, errors=errors)
        if newline is not ...:
            self._newline = newline
        if line_buffering is not None:
            _put(self, line_buffering=line_buffering)
        if write_through is not None:
            _put(self, write_through=write_through)
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
        buffer = self.buffer
        _put(self, buffer=None)
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
        self._decoded = False

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
        if data is None:
            # The end of a pipe that must not wait.
            raise TypeError("can't concat NoneType to bytes" if rest else
                            "underlying read1() should have returned a bytes-like object, not 'NoneType'")
        last = rest or not data
        begun = self._state is not None
        if rest and not begun:
            text = decode_whole(self._left + data, self._codec(), self.errors)
            self._left = b''
        else:
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
        self._text, self._at, self._decoded = self._text[self._at:] + text, 0, True
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
        self._left, self._decoded = b'', True
        if data:
            codec = self._codec()
            text = decode_whole(data, codec, self.errors)
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
            self._decoded = False
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
        if 0 <= size <= end - at:
            end = at + size
        elif end == len(text) and not text.endswith(self._newline or ('\n', '\r'), at):
            self._decoded = False
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
        self._decoded = False
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


from _frames import computed_once as _computed_once, set_once as _set_once
_set_once(TextIOWrapper, 'buffer', 'encoding', 'line_buffering', 'write_through')
_computed_once(TextIOWrapper, 'errors')
