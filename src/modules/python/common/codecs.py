"""Encodings by name: those that are built in, and those that programs register."""
import builtins as _builtins
from _unicode import encoding_name as _encoding_name
from _frames import bytes_of as _plain_bytes, native as _native, on_demand as _on_demand

from _codec_errors import (_KINDS, _decoded_with, _encoded_with, _handled, _handlers, _is, _not_text,
                           backslashreplace_errors, ignore_errors, lookup_error, namereplace_errors, register_error,
                           replace_errors, strict_errors, xmlcharrefreplace_errors)

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
_searches, _found = [], {}
# How codecs of bytes to bytes and of text to text show themselves, by their names.
_OF_BYTES = {'hex': 'hex', 'hex_codec': 'hex', 'base64': 'base64', 'base_64': 'base64', 'base64_codec': 'base64', 'zip': 'zlib',
             'zlib': 'zlib', 'zlib_codec': 'zlib', 'bz2': 'bz2', 'bz2_codec': 'bz2', 'uu': 'uu', 'uu_codec': 'uu', 'quopri': 'quopri',
             'quopri_codec': 'quopri', 'quoted_printable': 'quopri', 'quotedprintable': 'quopri'}
_OF_TEXT = {'rot13': 'rot-13', 'rot_13': 'rot-13'}
_low = 'abcdefghijklmnopqrstuvwxyz'


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


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):  #: in <frozen codecs>
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
    from codecs import StreamReaderWriter
    made = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    made.encoding = encoding
    return made


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    file_encoding = file_encoding or data_encoding
    data, of_file = lookup(data_encoding), lookup(file_encoding)
    from codecs import StreamRecoder
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


# What is read when a program first asks for it.
_on_demand(globals(), {
    '_codec_built_in': '_built_in',
    '_codec_classes': 'BufferedIncrementalDecoder BufferedIncrementalEncoder Codec CodecInfo IncrementalDecoder '
                      'IncrementalEncoder StreamReader StreamReaderWriter StreamRecoder StreamWriter',
    '_codec_functions': 'ascii_decode ascii_encode charmap_build charmap_decode charmap_encode latin_1_decode latin_1_encode '
                        'make_encoding_map make_identity_dict readbuffer_encode utf_8_decode utf_8_encode',
}, '_made')


def _made(name):  #: -
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
        iterencode iterdecode""".split())
