"""Encodings by name."""
import io as _io

BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE = b'\xef\xbb\xbf', b'\xff\xfe', b'\xfe\xff'
BOM = BOM_UTF16 = BOM_LE = BOM_UTF16_LE
BOM_BE = BOM_UTF16_BE


def encode(obj, encoding='utf-8', errors='strict'):
    if encoding in ('hex', 'hex_codec'):
        return bytes(obj).hex().encode()
    if encoding in ('base64', 'base64_codec'):
        import base64
        return base64.encodebytes(obj)
    if encoding in ('rot13', 'rot_13'):
        return obj.translate(_rot13)
    return obj.encode(encoding, errors)


def decode(obj, encoding='utf-8', errors='strict'):
    if encoding in ('hex', 'hex_codec'):
        return bytes.fromhex(bytes(obj).decode('ascii'))
    if encoding in ('base64', 'base64_codec'):
        import base64
        return base64.decodebytes(obj)
    if encoding in ('rot13', 'rot_13'):
        return obj.translate(_rot13)
    return obj.decode(encoding, errors)


_low = 'abcdefghijklmnopqrstuvwxyz'
_rot13 = str.maketrans(_low + _low.upper(), (_low[13:] + _low[:13]) + (_low[13:] + _low[:13]).upper())


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    if encoding is None:
        return _io.open(filename, mode)
    return _io.open(filename, mode.replace('b', ''), encoding=encoding, errors=errors, newline='')


class IncrementalDecoder:
    """Decodes bytes that come in pieces."""

    def __init__(self, encoding, errors='strict'):
        self._encoding, self.errors, self._left = encoding, errors, b''

    def decode(self, input, final=False):
        data = self._left + bytes(input)
        try:
            self._left, text = b'', data.decode(self._encoding, self.errors)
        except UnicodeDecodeError as e:
            # A character that is not complete yet waits for its rest.
            if final or len(data) - e.start > 3:
                raise
            text, self._left = data[:e.start].decode(self._encoding, self.errors), data[e.start:]
        return text

    def reset(self):
        self._left = b''


class IncrementalEncoder:
    def __init__(self, encoding, errors='strict'):
        self._encoding, self.errors = encoding, errors

    def encode(self, input, final=False):
        return input.encode(self._encoding, self.errors)


def getincrementaldecoder(encoding):
    lookup(encoding)
    return lambda errors='strict': IncrementalDecoder(encoding, errors)


def getincrementalencoder(encoding):
    lookup(encoding)
    return lambda errors='strict': IncrementalEncoder(encoding, errors)


class CodecInfo(tuple):
    """What there is for an encoding."""

    def __new__(cls, name):
        made = super().__new__(cls, (getencoder(name), getdecoder(name)))
        made.name, made.encode, made.decode = name, made[0], made[1]
        return made

    def __repr__(self):
        return f'<codecs.CodecInfo object for encoding {self.name} at {id(self):#x}>'


def getencoder(encoding):
    return lambda text, errors='strict': (text.encode(encoding, errors), len(text))


def getdecoder(encoding):
    return lambda data, errors='strict': (bytes(data).decode(encoding, errors), len(data))


def lookup(encoding):
    b''.decode(encoding)
    name = encoding.lower().replace('_', '-')
    return CodecInfo({'utf8': 'utf-8', 'latin-1': 'iso8859-1', 'latin1': 'iso8859-1', 'us-ascii': 'ascii'}.get(name, name))
