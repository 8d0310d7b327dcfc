"""The functions of codecs that are built in."""
from _frames import native as _native, type_name as _type_name

from _codec_errors import _handled, _not_text, lookup_error

__name__ = 'codecs'  # where what is here is said to be  #: in <frozen codecs>


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


_native(globals(), 'make_identity_dict', 'make_encoding_map')
