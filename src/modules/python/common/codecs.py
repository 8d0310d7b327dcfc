"""Encodings by name: those that are built in, and those that programs register."""
import builtins as _builtins
from _unicode import encoding_name as _encoding_name

BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE = b'\xef\xbb\xbf', b'\xff\xfe', b'\xfe\xff'
BOM_UTF32_LE, BOM_UTF32_BE = b'\xff\xfe\0\0', b'\0\0\xfe\xff'
BOM = BOM_UTF16 = BOM_LE = BOM32_LE = BOM_UTF16_LE
BOM_BE = BOM32_BE = BOM_UTF16_BE
BOM_UTF32 = BOM64_LE = BOM_UTF32_LE
BOM64_BE = BOM_UTF32_BE

__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE',
           'BOM64_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE',
           'BOM_UTF32_BE', 'CodecInfo', 'Codec', 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader',
           'StreamWriter', 'StreamReaderWriter', 'StreamRecoder', 'getencoder', 'getdecoder', 'getincrementalencoder',
           'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode', 'iterencode', 'iterdecode',
           'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors', 'backslashreplace_errors',
           'namereplace_errors', 'register_error', 'lookup_error']

# What programs have registered.
_searches, _found, _handlers = [], {}, {}
# How codecs of bytes to bytes and of text to text show themselves, by their names.
_OF_BYTES = {'hex': 'hex', 'hex_codec': 'hex', 'base64': 'base64', 'base_64': 'base64', 'base64_codec': 'base64', 'zip': 'zlib',
             'zlib': 'zlib', 'zlib_codec': 'zlib', 'bz2': 'bz2', 'bz2_codec': 'bz2', 'uu': 'uu', 'uu_codec': 'uu', 'quopri': 'quopri',
             'quopri_codec': 'quopri', 'quoted_printable': 'quopri', 'quotedprintable': 'quopri'}
_OF_TEXT = {'rot13': 'rot-13', 'rot_13': 'rot-13'}
_low = 'abcdefghijklmnopqrstuvwxyz'
_OF_SEVERAL_BYTES = 'gb2312', 'gbk', 'gb18030', 'big5', 'cp932', 'cp949', 'cp950', 'euc_jp', 'euc_kr', 'shift_jis'

# Which function encodes for a codec; for the others charmap_encode does, with a table.
_ENCODERS = {name: name.replace('-', '_') for name in (
    'ascii', 'utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'unicode-escape',
    'raw-unicode-escape')} | {'iso8859-1': 'latin_1', 'utf-8-sig': 'utf_8'}


def _normalized(encoding):  #: -
    name = ''
    for c in encoding.lower():
        name += c if c.isascii() and c.isalnum() or c == '.' else '' if name.endswith('_') else '_'
    return name


def register(search_function, /):  #: -
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searches.append(search_function)


def unregister(search_function, /):  #: -
    if search_function in _searches:
        _searches.remove(search_function)
        _found.clear()


def _not_text(what, value):
    return TypeError(f'{what} must be str, not {_argument_type(value)}')


def lookup(encoding, /):  #: -
    """What there is for an encoding."""
    if not isinstance(encoding, str):
        raise _not_text('lookup() argument', encoding)
    name = _normalized(encoding)
    if name in _found:
        return _found[name]
    found = _built_in(encoding, name)
    if found is None:
        for search in _searches:
            found = search(name)
            if found is not None:
                if not isinstance(found, tuple) or len(found) != 4:
                    raise TypeError('codec search functions must return 4-tuples')
                break
        else:
            raise LookupError(f'unknown encoding: {encoding}')
    _found[name] = found
    return found


def _built_in(encoding, name):  #: -
    transform = _OF_BYTES | _OF_TEXT
    more = None
    if name not in transform and not _encoding_name(encoding):
        import _more_codecs
        more = _more_codecs.find(name)
        if more is None:
            return None
    shown = transform.get(name) or _encoding_name(encoding)

    def encode(text, errors='strict'):
        if name not in transform and not isinstance(text, str):
            if shown not in _OF_SEVERAL_BYTES:
                _text_of(text, f'{_ENCODERS.get(shown, "charmap")}_encode')
            text = str(text)
        return (_transformed(text, name) if name in transform else text.encode(encoding, errors)), len(text)

    def decode(data, errors='strict', final=True):
        if name in transform:
            return _restored(data, name), len(data)
        data = _bytes_of(data, shown)
        left = 0 if final else _incomplete(shown, data, errors)
        return data[:len(data) - left].decode(encoding, errors), len(data) - left

    pieces = ()
    if more is not None:
        shown, encode, decode, *pieces = more
    of = {'encode': staticmethod(encode), 'decode': staticmethod(decode), '__module__': 'encodings.' + name}
    codec = type('Codec', (Codec,), of)
    of_pieces = pieces or (
        type('IncrementalEncoder', (_Encoder,), {
            '__module__': of['__module__'], '_encoding': shown, '_encode': staticmethod(encode)}),
        type('IncrementalDecoder', (_WholeDecoder if name in transform else _Decoder,), {
            '__module__': of['__module__'], '_encoding': shown, '_decode': staticmethod(decode)}))
    reader, writer = (codec, StreamReader), (codec, StreamWriter)
    if shown in _MARKS:
        reader = _MarkedReader,
    elif len(of_pieces) > 2:
        reader, writer = of_pieces[2:3], of_pieces[3:]
    elif shown in _OF_SEVERAL_BYTES:
        import _shifted_codecs
        several = _shifted_codecs.streams(*of_pieces)
        reader, writer = several[:1], several[1:]
    of_reader = {'__module__': of['__module__'], 'charbuffertype': bytes if name in _OF_BYTES else str}
    if shown in _MARKS:
        of_reader['_pieces'] = of_pieces[1]
    else:
        of_reader['decode'] = staticmethod(lambda data, errors='strict': decode(data, errors, False))
    return CodecInfo(
        encode, lambda data, errors='strict': decode(data, errors), name=shown, _is_text_encoding=name not in transform,
        streamreader=type('StreamReader', tuple(reader), of_reader),
        streamwriter=type('StreamWriter', tuple(writer), {'__module__': of['__module__'], '_marked': shown in _MARKS}),
        incrementalencoder=of_pieces[0], incrementaldecoder=of_pieces[1])


def _bytes_of(data, name=''):  #: -
    """What is decoded; escapes may stand in a text as well, which then counts as UTF-8."""
    if isinstance(data, str) and name.endswith('escape'):
        return data.encode()
    return _plain_bytes(data)


def _incomplete(name, data, errors='strict'):  #: -
    """How many bytes at the end begin a character that is not there yet."""
    if name.startswith('utf-16') or name.startswith('utf-32'):
        left = len(data) % (2 if name[4:6] == '16' else 4)
        if name[4:6] == '16' and len(data) - left >= 2:
            big = name.endswith('be') or name == 'utf-16' and data[:2] == BOM_UTF16_BE
            last = data[len(data) - left - (2 if big else 1)]
            # The first half of a pair.
            left += 2 if 0xd8 <= last <= 0xdb else 0
        return left
    if name.endswith('unicode-escape'):
        import _more_codecs
        return _more_codecs.open_escape(data, name.startswith('raw'))
    if name == 'utf-8-sig' and len(data) < 3 and BOM_UTF8.startswith(data):
        return len(data)
    if name.startswith('utf-8'):
        for left in range(1, min(4, len(data) + 1)):
            byte = data[-left]
            if byte & 0xc0 != 0x80:
                whole = 0xc2 <= byte < 0xf5 and left < 2 + (byte >= 0xe0) + (byte >= 0xf0)
                last = 0xbf if errors == 'surrogatepass' else 0x9f
                low, high = {0xe0: (0xa0, 0xbf), 0xed: (0x80, last), 0xf0: (0x90, 0xbf), 0xf4: (0x80, 0x8f)}.get(byte, (0, 255))
                return left if whole and (left == 1 or low <= data[1 - left] <= high) else 0
        return 0
    try:
        data.decode(name)
    except UnicodeDecodeError as e:
        if e.end == len(data) and 'incomplete' in e.reason:
            return len(data) - e.start
    return 0


def _transformed(data, name):  #: -
    if name in _OF_TEXT:
        return str.translate(data, str.maketrans(_low + _low.upper(), (_low[13:] + _low[:13]) + (_low[13:] + _low[:13]).upper()))
    if name.startswith('hex'):
        import binascii
        return binascii.hexlify(data)
    if name.startswith('base'):
        import base64
        return base64.encodebytes(data)
    if name[:2] == 'uu':
        import _more_codecs
        return _more_codecs.uu_encode(data)
    if name[:2] == 'qu':
        import binascii, io
        return binascii.b2a_qp(io.BytesIO(data).getvalue(), quotetabs=True)
    if name[:3] == 'bz2':
        import bz2
        return bz2.compress(data)
    import zlib
    return zlib.compress(data)


def _restored(data, name):  #: -
    if name in _OF_TEXT:
        return _transformed(data, name)
    if name.startswith('hex'):
        import binascii
        return binascii.unhexlify(data)
    if name.startswith('base'):
        import base64
        return base64.decodebytes(data)
    if name[:2] == 'uu':
        import _more_codecs
        return _more_codecs.uu_decode(data)
    if name[:2] == 'qu':
        import binascii, io
        return binascii.a2b_qp(io.BytesIO(data).getvalue())
    if name[:3] == 'bz2':
        import bz2
        return bz2.decompress(data)
    import zlib
    return zlib.decompress(data)


def _worked(codec, what, encoding, obj, errors):  #: -
    try:
        made = codec(obj, errors)
    except Exception as e:
        _note(e, what, encoding)
        raise
    if not isinstance(made, tuple) or len(made) != 2:
        raise TypeError(f'{what[:-3]}er must return a tuple (object, integer)')
    return made[0]


def _note(error, what, encoding):
    note = f"{what} with '{encoding}' codec failed"
    # What bytes and texts do by themselves may have noted it already. One that is not known has failed at nothing.
    if note not in getattr(error, '__notes__', ()) and str(error) != f'unknown encoding: {encoding}':
        error.add_note(note)


def encode(obj, encoding='utf-8', errors='strict'):  #: -
    if not isinstance(encoding, str):
        raise _not_text("encode() argument 'encoding'", encoding)
    name = _normalized(encoding)
    if name in _OF_BYTES or name in _OF_TEXT or not isinstance(obj, str):
        return _worked(lookup(encoding)[0], 'encoding', encoding, obj, errors)
    try:
        return obj.encode(encoding, errors)
    except Exception as e:
        _note(e, 'encoding', encoding)
        raise


def decode(obj, encoding='utf-8', errors='strict'):  #: -
    if not isinstance(encoding, str):
        raise _not_text("decode() argument 'encoding'", encoding)
    name = _normalized(encoding)
    if name in _OF_BYTES or name in _OF_TEXT or not isinstance(obj, (bytes, bytearray)):
        return _worked(lookup(encoding)[1], 'decoding', encoding, obj, errors)
    if not obj and not _encoding_name(encoding):
        return _worked(lookup(encoding)[1], 'decoding', encoding, obj, errors)
    try:
        return obj.decode(encoding, errors)
    except Exception as e:
        _note(e, 'decoding', encoding)
        raise


# str.encode and bytes.decode come here with what is not built in.


def _encoded(text, encoding, errors, in_pieces=False):  #: -
    if _encoding_name(encoding):
        return _encoded_with(text, encoding, errors)
    found = _text_encoding(encoding, 'encode')
    if in_pieces and found.incrementalencoder is not None:
        return found.incrementalencoder(errors).encode(text, True)
    made = _worked(found[0], 'encoding', encoding, text, errors)
    if not isinstance(made, bytes):
        raise TypeError(f"'{encoding}' encoder returned '{type(made).__name__}' instead of 'bytes'; "
                        'use codecs.encode() to encode to arbitrary types')
    return made


def _decoded(data, encoding, errors, in_pieces=False):  #: -
    if _encoding_name(encoding):
        return _decoded_with(data, encoding, errors)
    found = _text_encoding(encoding, 'decode')
    if in_pieces and found.incrementaldecoder is not None:
        return found.incrementaldecoder(errors).decode(data, True)
    made = _worked(found[1], 'decoding', encoding, data, errors)
    if not isinstance(made, str):
        raise TypeError(f"'{encoding}' decoder returned '{type(made).__name__}' instead of 'str'; "
                        'use codecs.decode() to decode to arbitrary types')
    return made


def _text_encoding(encoding, method):  #: -
    found = lookup(encoding)
    if not getattr(found, '_is_text_encoding', True):
        raise LookupError(f"'{encoding}' is not a text encoding; use codecs.{method}() to handle arbitrary codecs")
    return found


def _handled(handler, error):  #: -
    """What stands in for what cannot be encoded or decoded, where to go on, and in what: a handler may change that."""
    instead = handler(error)
    encoding = isinstance(error, UnicodeEncodeError)
    if not isinstance(instead, tuple) or len(instead) != 2 or not isinstance(instead[0], (str, bytes) if encoding else str):
        raise TypeError('encoding error handler must return (str/bytes, int) tuple' if encoding else
                        'decoding error handler must return (str, int) tuple')
    text, at = instead[0], _ssize(instead[1])
    whole = error.object
    if not encoding and not isinstance(whole, bytes):
        raise TypeError('object attribute must be bytes')
    at = at + len(whole) if at < 0 else at
    if not 0 <= at <= len(whole):
        raise IndexError(f'position {at} from error handler out of bounds')
    return text, at, whole


def _encoded_with(text, encoding, errors):  #: -
    """A program's own handler stands in for what cannot be encoded."""
    handler, at, found = lookup_error(errors), 0, b''
    name = _encoding_name(encoding)
    marked = {'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le', 'utf-8-sig': 'utf-8'}.get(name)
    if marked:
        # The mark stands at the start alone.
        found, encoding = ''.encode(encoding), marked
    wide = name.startswith('utf')
    unit = {'utf-16': 2, 'utf-32': 4}.get(name[:6], 1)
    while True:
        try:
            return found + text[at:].encode(encoding)
        except UnicodeEncodeError as e:
            start = at + e.start
            error = UnicodeEncodeError(e.encoding, text, start, at + e.end, e.reason)
        found += text[at:start].encode(encoding)
        instead, at, _ = _handled(handler, error)
        if isinstance(instead, bytes):
            if len(instead) % unit:
                raise error
            found += instead
            continue
        try:
            if wide and not instead.isascii():
                raise error
            found += instead.encode(encoding)
        except UnicodeEncodeError:
            raise error from None


def _decoded_with(data, encoding, errors):  #: -
    handler, at, found = lookup_error(errors), 0, ''
    while True:
        try:
            return found + data[at:].decode(encoding)
        except UnicodeDecodeError as e:
            start = at + e.start
            error = UnicodeDecodeError(e.encoding, data, start, at + e.end, e.reason)
        found += data[at:start].decode(encoding)
        instead, at, data = _handled(handler, error)
        found += instead


# What is done about characters that cannot be encoded or decoded.


def register_error(errors, handler, /):  #: -
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[errors] = handler


def lookup_error(name, /):  #: -
    if not isinstance(name, str):
        raise _not_text('lookup_error() argument', name)
    try:
        return _handlers[name]
    except KeyError:
        raise LookupError(f"unknown error handler name '{name}'") from None


_KINDS = UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError


def _is(error, kinds):  #: -
    # By what it is, not by what it says that it is.
    return issubclass(type(error), kinds)


def _wrong(error):  #: -
    raise TypeError(f"don't know how to handle {type(error).__name__} in error callback") from None


def strict_errors(error, /):  #: -
    if _is(error, BaseException):
        raise error
    raise TypeError('codec must pass exception instance')


def ignore_errors(error, /):  #: -
    return ('', error.end) if _is(error, _KINDS) else _wrong(error)


def replace_errors(error, /):  #: -
    if _is(error, UnicodeEncodeError):
        return '?' * (error.end - error.start), error.end
    if _is(error, UnicodeDecodeError):
        return '\ufffd', error.end
    return ('\ufffd' * (error.end - error.start), error.end) if _is(error, UnicodeTranslateError) else _wrong(error)


def _each(error, shown):  #: -
    return ''.join(map(shown, error.object[error.start:error.end])), error.end


def xmlcharrefreplace_errors(error, /):  #: -
    return _each(error, lambda c: f'&#{ord(c)};') if _is(error, UnicodeEncodeError) else _wrong(error)


def _escaped(c):
    code = c if isinstance(c, int) else ord(c)
    return f'\\x{code:02x}' if code < 256 else f'\\u{code:04x}' if code < 65536 else f'\\U{code:08x}'


def backslashreplace_errors(error, /):  #: -
    return _each(error, _escaped) if _is(error, _KINDS) else _wrong(error)


def namereplace_errors(error, /):  #: -
    if not _is(error, UnicodeEncodeError):
        _wrong(error)
    import unicodedata

    def shown(c):
        name = unicodedata.name(c, None)
        return _escaped(c) if name is None else f'\\N{{{name}}}'
    return _each(error, shown)


def _surrogateescape(error):  #: -
    part = error.object[error.start:error.end] if _is(error, _KINDS) else _wrong(error)
    if _is(error, UnicodeDecodeError):
        high = next((at for at, byte in enumerate(part) if byte < 128), len(part))
        if high:
            return ''.join(chr(0xdc00 + byte) for byte in part[:high]), error.start + high
    elif not _is(error, UnicodeEncodeError):
        _wrong(error)
    elif all('\udc80' <= c <= '\udcff' for c in part):
        return bytes(ord(c) - 0xdc00 for c in part), error.end
    raise error


def _surrogatepass(error):  #: -
    import _more_codecs
    return _more_codecs.surrogatepass(error)


_handlers['surrogateescape'], _handlers['surrogatepass'] = _surrogateescape, _surrogatepass
from _frames import argument_type as _argument_type, bytes_of as _plain_bytes, native as _native, ssize as _ssize, type_name as _type_name
_native(globals())
for _handler in strict_errors, ignore_errors, replace_errors, xmlcharrefreplace_errors, backslashreplace_errors, namereplace_errors:
    _handlers[_handler.__name__[:-7]] = _handler


# Classes to derive codecs from.


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
        made, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return made

    def reset(self):
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


_MARKS = {'utf-16': BOM_UTF16, 'utf-32': BOM_UTF32, 'utf-8-sig': BOM_UTF8}


class _Encoder(IncrementalEncoder):
    _begun = False

    def encode(self, input, final=False):
        made = self._encode(input, self.errors)[0]
        # The mark stands at the start alone.
        mark = _MARKS.get(self._encoding)
        if mark and self._begun:
            made = made[len(mark):]
        self._begun = self._begun or bool(input)
        return made if input or not mark else b''

    def reset(self):
        self._begun = False

    def getstate(self):
        if self._begun or self._encoding not in _MARKS:
            return 0
        return 1 if self._encoding == 'utf-8-sig' else 2

    def setstate(self, state):
        self._begun = not state


class _WholeDecoder(IncrementalDecoder):
    """Of bytes to bytes, or of text to text: each piece by itself."""

    def decode(self, input, final=False):
        return self._decode(input, self.errors)[0]


class _Decoder(BufferedIncrementalDecoder):
    _order = None

    def _buffer_decode(self, input, errors, final):
        name = self._encoding
        if name == 'utf-8-sig' and self._order:
            name = 'utf-8'
        if name in ('utf-16', 'utf-32'):
            mark = 2 if name == 'utf-16' else 4
            if self._order is None:
                if len(input) < mark and not final:
                    return '', 0
                big = BOM_UTF16_BE if mark == 2 else BOM_UTF32_BE
                little = BOM_UTF16_LE if mark == 2 else BOM_UTF32_LE
                if input[:mark] not in (big, little):
                    left = 0 if final else _incomplete(name + '-le', input)
                    made = input[:len(input) - left].decode(name, errors)
                    if len(input) - left >= mark:
                        raise UnicodeDecodeError(name, input, 0, mark, 'Stream does not start with BOM')
                    return made, len(input) - left
                self._order = 'be' if input[:mark] == big else 'le'
                made, consumed = self._buffer_decode(input[mark:], errors, final)
                return made, consumed + mark
            name += '-' + self._order
        if name == self._encoding:
            if name == 'utf-8-sig' and (final or len(input) >= 3):
                self._order = 'begun'
            return self._decode(input, errors, final)
        left = 0 if final else _incomplete(name, input, errors)
        return input[:len(input) - left].decode(name, errors), len(input) - left

    def reset(self):
        self.buffer, self._order = b'', None

    def getstate(self):
        return self.buffer, self._states().index(self._order)

    def setstate(self, state):
        self.buffer, self._order = state[0], self._states()[state[1]]

    def _states(self):
        """What the numbers of states stand for."""
        if self._encoding in ('utf-16', 'utf-32'):
            return 'le', 'be', None
        return ('begun', None) if self._encoding == 'utf-8-sig' else (None,)


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


class _MarkedReader(StreamReader):
    """Of what begins with a mark, which says how the rest is to be read."""

    def reset(self):
        super().reset()
        self._decoder = self._pieces(self.errors)

    def decode(self, input, errors='strict'):  #: -
        return self._decoder._buffer_decode(input, errors, False)


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


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = _builtins.open(filename, mode, buffering)  #: 921
    if encoding is None:
        return file
    try:
        info = lookup(encoding)  #: 926
    except:
        file.close()
        raise
    made = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    made.encoding = encoding
    return made


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    file_encoding = file_encoding or data_encoding
    data, of_file = lookup(data_encoding), lookup(file_encoding)
    made = StreamRecoder(file, data.encode, data.decode, of_file.streamreader, of_file.streamwriter, errors)
    made.data_encoding, made.file_encoding = data_encoding, file_encoding
    return made


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    found = lookup(encoding).incrementaldecoder  #: 1016
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    return lookup(encoding).streamreader  #: 1029 return «lookup(encoding)».streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter  #: 1039 return «lookup(encoding)».streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for text in iterator:
        if made := encoder.encode(text):
            yield made
    if made := encoder.encode('', True):
        yield made


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for data in iterator:
        if made := decoder.decode(data):
            yield made
    if made := decoder.decode(b'', True):
        yield made


def _text_of(text, function):  #: -
    if not isinstance(text, str):
        raise _not_text(f'{function}() argument 1', text)
    return text


def utf_8_encode(str, errors='strict', /):
    return _text_of(str, 'utf_8_encode').encode('utf-8', errors), len(str)


def utf_8_decode(data, errors='strict', final=False, /):
    data = _bytes_of(data)
    left = 0 if final else _incomplete('utf-8', data, errors)
    return data[:len(data) - left].decode('utf-8', errors), len(data) - left


def latin_1_encode(str, errors='strict', /):
    return _text_of(str, 'latin_1_encode').encode('latin-1', errors), len(str)


def latin_1_decode(data, errors='strict', /):
    data = _bytes_of(data)
    return data.decode('latin-1', errors), len(data)


def make_identity_dict(rng):
    """Each number stands for itself."""
    return {number: number for number in rng}


def make_encoding_map(decoding_map):
    """The way back; None for what there are several ways to."""
    back = {}
    for number, made in decoding_map.items():
        back[made] = None if made in back else number
    return back


def _mapped(made, most, whose):  #: -
    """What a map of characters gives as a number or as bytes or text."""
    if isinstance(made, int) and not 0 <= made < most:
        raise TypeError(f'character mapping must be in range({most:#x})' if most > 256 else
                        'character mapping must be in range(256)')
    if not isinstance(made, (int, whose)):
        raise TypeError('character mapping must return integer, None or str' if whose is not bytes else
                        f'character mapping must return integer, bytes or None, not {_type_name(made)}')
    return made


def charmap_encode(str, errors='strict', mapping=None, /):  #: -
    _text_of(str, 'charmap_encode')
    if mapping is None:
        return str.encode('latin-1', errors), len(str)
    out, at = bytearray(), 0
    while at < len(str):
        made = _code_of(mapping, str[at])
        if made is None:
            # An error spans the whole run of characters that cannot be encoded.
            end = at + 1
            while end < len(str) and _code_of(mapping, str[end]) is None:
                end += 1
            error = UnicodeEncodeError('charmap', str, at, end, 'character maps to <undefined>')
            made, at, str = _handled(lookup_error(errors), error)
            out += made if isinstance(made, bytes) else charmap_encode(made, 'strict', mapping)[0]
            continue
        at += 1
        out += made if isinstance(made, bytes) else bytes([made])
    return bytes(out), len(str)


def _code_of(mapping, character):  #: -
    """What a map of characters has for one; None: nothing."""
    try:
        made = mapping[ord(character)]
    except LookupError:
        return None
    return None if made is None else _mapped(made, 256, bytes)


def charmap_build(map, /):  #: -
    return {ord(c): number for number, c in enumerate(map)}


def charmap_decode(data, errors='strict', mapping=None, /):  #: -
    data = _bytes_of(data)
    if mapping is None:
        return data.decode('latin-1', errors), len(data)
    out, at = [], 0
    while at < len(data):
        try:
            made = mapping[data[at]]
        except LookupError:
            made = None
        if made in (None, 0xFFFE, '\ufffe'):
            error = UnicodeDecodeError('charmap', data, at, at + 1, 'character maps to <undefined>')
            made, at, data = _handled(lookup_error(errors), error)
        else:
            made, at = _mapped(made, 0x110000, type('')), at + 1
        out.append(chr(made) if isinstance(made, int) else made)
    return ''.join(out), len(data)


def ascii_encode(str, errors='strict', /):
    return _text_of(str, 'ascii_encode').encode('ascii', errors), len(str)


def ascii_decode(data, errors='strict', /):
    data = _bytes_of(data)
    return data.decode('ascii', errors), len(data)


def readbuffer_encode(data, errors='strict', /):
    data = data.encode() if isinstance(data, str) else _bytes_of(data)
    return data, len(data)


def __getattr__(name):
    """utf_16_le_decode and its like."""
    encoding, _, what = name.rpartition('_')
    if encoding in ('escape', 'utf_7', 'utf_16_ex', 'utf_32_ex'):
        import _more_codecs
        return getattr(_more_codecs, name)
    if what not in ('encode', 'decode') or encoding.startswith('_') or not _encoding_name(encoding):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    if what == 'encode':
        def function(str, errors='strict', /):
            return str.encode(encoding, errors), len(str)
    else:
        # Escapes are taken to be whole, unless it is said that more come.
        def function(data, errors='strict', final=name.endswith('escape_decode'), /):
            data = _bytes_of(data, name[:-7])
            left = 0 if final else _incomplete(_encoding_name(encoding), data)
            return data[:len(data) - left].decode(encoding, errors), len(data) - left
    function.__name__ = function.__qualname__ = name
    globals()[name] = function
    return function


_native(globals(), *"""open EncodedFile getencoder getdecoder getincrementalencoder getincrementaldecoder getreader getwriter
        iterencode iterdecode make_identity_dict make_encoding_map""".split())


from _frames import unseen as _unseen
_unseen(_Around, _Stream, _MarkedReader)
