"""Classes to derive codecs from."""
from _frames import unseen as _unseen

__name__ = 'codecs'  # where what is here is said to be  #: in <frozen codecs>


class CodecInfo(tuple):
    """What there is for an encoding."""
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        made = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        made.name, made.encode, made.decode = name, encode, decode
        made.incrementalencoder, made.incrementaldecoder = incrementalencoder, incrementaldecoder
        made.streamwriter, made.streamreader = streamwriter, streamreader
        if _is_text_encoding is not None:
            made._is_text_encoding = _is_text_encoding
        return made

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'

    def __getnewargs__(self):
        return tuple(self)


class Codec:
    """Encodes and decodes whole texts."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes a text that comes in pieces."""

    def __init__(self, errors='strict'):
        self.errors, self.buffer = errors, ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begins anew."""

    def getstate(self):
        return 0

    def setstate(self, state):
        """Goes on from what getstate gave."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """Keeps what cannot be encoded yet."""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        made, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return made

    def reset(self):
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder:
    """Decodes bytes that come in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begins anew."""

    def getstate(self):
        return b'', 0

    def setstate(self, state):
        """Goes on from what getstate gave."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps the bytes of a character that is not complete yet."""

    def __init__(self, errors='strict'):
        self.errors, self.buffer = errors, b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        made, consumed = self._buffer_decode(data, self.errors, final)  #: 325
        self.buffer = data[consumed:]
        return made

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class _Around:
    """What has a stream, and is as good as it."""

    def __getattr__(self, name):  #: in <frozen codecs>
        return getattr(self.stream, name)  #: 412

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {type(self).__name__}")


class _Stream(_Around, Codec):
    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors


class StreamWriter(_Stream):
    """Writes text to a stream of bytes."""
    _marked = _begun = False

    def write(self, object):  #: in <frozen codecs>
        made = self.encode(object, self.errors)[0]  #: 380
        if self._marked and self._begun:
            made = made[len(self.encode('')[0]):]
        self._begun = True
        self.stream.write(made)  #: 381

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        self._begun = False

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Stream):
    """Reads text from a stream of bytes."""
    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reset()

    def reset(self):
        self.bytebuffer, self.charbuffer = b'', self.charbuffertype()

    def _more(self, size):  #: -
        """Reads on; False at the end."""
        data, new = self._read(size)
        return bool(data) and self._decoded(data, new)

    def _read(self, size):  #: -
        data = self.stream.read() if size < 0 else self.stream.read(size)
        return self.bytebuffer + data, bool(data)

    def _decoded(self, data, new):  #: -
        made, consumed = self.decode(data, self.errors)
        self.bytebuffer = data[consumed:]
        self.charbuffer += made
        return new

    def read(self, size=-1, chars=-1, firstline=False):
        chars = size if chars < 0 else chars
        while not chars >= 0 or len(self.charbuffer) < chars:
            data, new = self._read(size)  #: 506
            if not data or not self._decoded(data, new):  #: 510
                break
        if chars < 0:
            chars = len(self.charbuffer)
        made, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return made

    def readline(self, size=None, keepends=True):
        while True:
            lines = self.charbuffer.splitlines(True)
            # An end of line may have a second character to come.
            if len(lines) > 1 or lines and lines[0][-1:] in ('\n', b'\n'):
                break
            if not self._more(size or 72):
                break
        lines = self.charbuffer.splitlines(True)
        line = lines[0] if lines else self.charbuffertype()
        self.charbuffer = self.charbuffer[len(line):]
        return line if keepends or not line else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration


class StreamReaderWriter(_Around):
    """A stream of bytes to be read and written as text."""
    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()


class StreamRecoder(StreamReaderWriter):
    """Bytes in one encoding of a stream that has another."""

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        super().__init__(stream, Reader, Writer, errors)
        self.encode, self.decode = encode, decode

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        line = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(line, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.read().splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b''.join(list))


_unseen(_Around, _Stream)
