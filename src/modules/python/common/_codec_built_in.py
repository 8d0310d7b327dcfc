"""Encodings that are built in, as codecs."""
from _unicode import encoding_name as _encoding_name
from _frames import unseen as _unseen

from _codec_classes import (BufferedIncrementalDecoder, Codec, CodecInfo, IncrementalDecoder, IncrementalEncoder,
                            StreamReader, StreamWriter)
from _codec_functions import _text_of

__name__ = 'codecs'  # where what is here is said to be  #: in codecs.py

_OF_SEVERAL_BYTES = 'gb2312', 'gbk', 'gb18030', 'big5', 'cp932', 'cp949', 'cp950', 'euc_jp', 'euc_kr', 'shift_jis'

# Which function encodes for a codec; for the others charmap_encode does, with a table.
_ENCODERS = {name: name.replace('-', '_') for name in (
    'ascii', 'utf-8', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'unicode-escape',
    'raw-unicode-escape')} | {'iso8859-1': 'latin_1', 'utf-8-sig': 'utf_8'}


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
        type('IncrementalDecoder', (_WholeDecoder if name in transform else _Decoder if more or shown[:3] == 'utf' else _PlainDecoder,), {
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


def _unmarked(name, data, mark):  #: in encodings/utf_16.py _buffer_decode
    raise UnicodeDecodeError(name, data, 0, mark, 'Stream does not start with BOM')  #: 67 raise UnicodeDecodeError("utf-16", input, 0, 2, "Stream does not start with BOM")


class _Decoder(BufferedIncrementalDecoder):
    _order = None

    def _buffer_decode(self, input, errors, final):  #: -
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
                        _unmarked(name, input, mark)
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


class _PlainDecoder(_Decoder):
    """That shows where it fails as those of files do."""

    def decode(self, input, final=False):  #: -
        data = self.buffer + input
        whole = len(data) - (0 if final else _incomplete(self._encoding, data, self.errors))
        from _text_streams import decode_whole
        made = decode_whole(data[:whole], self._encoding, self.errors)
        self.buffer = data[whole:]
        return made


class _MarkedReader(StreamReader):
    """Of what begins with a mark, which says how the rest is to be read."""

    def reset(self):
        super().reset()
        self._decoder = self._pieces(self.errors)

    def decode(self, input, errors='strict'):  #: -
        return self._decoder._buffer_decode(input, errors, False)


_unseen(_MarkedReader)
