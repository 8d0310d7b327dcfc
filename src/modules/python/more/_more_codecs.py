"""Codecs that are asked for less: names of hosts, characters of old consoles, escapes, mail's ways of sending bytes."""
import codecs
import io
import re
import _frames

from _domain_codecs import _IdnaDecoder, _IdnaEncoder, _idna_decode, _idna_encode, _puny_decode, _puny_encode, nameprep

_LACKING = set('big5hkscs hkscs johab cp1361 ms1361 eucjis2004 jisx0213 eucjisx0213 iso2022jp2004 '
               'iso2022jp3 shiftjis2004 sjis2004 shiftjisx0213 sjisx0213'.split())


def find(name):
    """A codec of text that is not built in: its name, its two functions, and its classes that go piece by piece, if it has them."""
    plain = name.replace('_', '')
    if plain == 'idna':
        return plain, _idna_encode, _idna_decode, _IdnaEncoder, _IdnaDecoder
    if plain in ('utf7', 'u7'):
        return 'utf-7', _utf7_encode, _utf7_decode
    if plain == 'punycode':
        return plain, _puny_encode, _puny_decode
    if plain == 'charmap':
        return (plain, lambda text, errors='strict': codecs.charmap_encode(text, errors),
                lambda data, errors='strict', final=True: codecs.charmap_decode(data, errors))
    if plain == 'undefined':
        return plain, _undefined, _undefined
    import _shifted_codecs
    if shifted := _shifted_codecs.find(plain):
        return shifted
    import _code_pages
    page = _code_pages.find(plain)
    if page is None:
        if plain in _LACKING:
            _frames.not_supported(f'the encoding {name}')
        return None
    return _of_page(*page)


def _of_page(shown, decoding):
    encoding = codecs.charmap_build(decoding)

    def encode(text, errors='strict', in_pieces=False):  #: -
        try:
            return codecs.charmap_encode(text, errors, encoding)
        except UnicodeError as error:
            _frames.through_table(error, shown, True, in_pieces)
            raise

    def decode(data, errors='strict', final=True, in_pieces=False):  #: -
        try:
            return codecs.charmap_decode(data, errors, decoding)
        except UnicodeError as error:
            _frames.through_table(error, shown, False, in_pieces)
            raise

    class IncrementalEncoder(codecs.IncrementalEncoder):
        def encode(self, input, final=False):  #: -
            return encode(input, self.errors, True)[0]

    class IncrementalDecoder(codecs.IncrementalDecoder):
        def decode(self, input, final=False):  #: -
            return decode(input, self.errors, True, True)[0]

    return shown, encode, decode, IncrementalEncoder, IncrementalDecoder


def _undefined(text, errors='strict', final=True):
    raise UnicodeError('undefined encoding')


def uu_encode(data):
    from binascii import b2a_uu
    data = io.BytesIO(data).getvalue()
    lines = [b2a_uu(data[at:at + 45]) for at in range(0, len(data), 45)]
    return b''.join((b'begin 666 <data>\n', *lines, b' \nend\n'))


def uu_decode(data):
    from binascii import Error, a2b_uu
    lines = io.BytesIO(data).readlines()
    begin = next((at for at, line in enumerate(lines) if line[:5] == b'begin'), None)
    if begin is None:
        raise ValueError('Missing "begin" line in input data')
    made = b''
    for line in lines[begin + 1:]:
        if line == b'end\n':
            return made
        try:
            made += a2b_uu(line)
        except Error:
            made += a2b_uu(line[:((line[0] - 32 & 63) * 4 + 5) // 3])
    raise ValueError('Truncated input data')


_ESCAPES = dict(zip(b'\\\'"bfnrtva', b'\\\'"\b\f\n\r\t\v\a'))


def escape_decode(data, errors='strict', /):
    """Bytes with the escapes of a literal of bytes."""
    data = data.encode() if isinstance(data, str) else codecs._bytes_of(data)
    made, at = bytearray(), 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte != 92:
            made.append(byte)
            continue
        if at == len(data):
            raise ValueError('Trailing \\ in string')
        byte = data[at]
        if byte == 10:
            at += 1
        elif byte in _ESCAPES:
            made.append(_ESCAPES[byte])
            at += 1
        elif digits := re.match(rb'[0-7]{1,3}', data[at:at + 3]):
            value = int(digits[0], 8)
            if value > 255:
                _invalid(f"invalid octal escape sequence '\\{value:o}'")
            made.append(value & 255)
            at += len(digits[0])
        elif byte == 120:
            if digits := re.match(rb'[0-9a-fA-F]{2}', data[at + 1:at + 3]):
                made.append(int(digits[0], 16))
                at += 3
                continue
            if errors == 'strict':
                raise ValueError(f'invalid \\x escape at position {at - 1}')
            if errors == 'replace':
                made += b'?'
            elif errors != 'ignore':
                raise ValueError(f'decoding error; unknown error handling code: {errors}')
            at += 2 if re.match(rb'[0-9a-fA-F]', data[at + 1:at + 2]) else 1
        else:
            _invalid(f"invalid escape sequence '\\{chr(byte)}'")
            made.append(92)
    return bytes(made), len(data)


def _invalid(text):
    import warnings
    warnings.warn(text, DeprecationWarning)


def escape_encode(data, errors='strict', /):
    if not isinstance(data, bytes):
        raise TypeError(f"escape_encode() argument 1 must be bytes, not {type(data).__name__}")
    return repr(b'"' + data)[3:-1].encode('ascii').replace(b"'", b"\\'").replace(b"\\\\'", b"\\'"), len(data)


def surrogatepass(error):
    """Halves of pairs go through as they are."""
    if not codecs._is(error, codecs._KINDS[:2]):
        raise TypeError(f"don't know how to handle {type(error).__name__} in error callback")
    name = error.encoding.lower().replace('_', '-')
    wide, order = (2 if '16' in name else 4 if '32' in name else 0), 'big' if name.endswith('be') else 'little'
    part = error.object[error.start:error.end]
    if codecs._is(error, UnicodeEncodeError):
        if not name.startswith('utf') or not all('\ud800' <= c <= '\udfff' for c in part):
            raise error
        return b''.join(ord(c).to_bytes(wide, order) if wide else
                        bytes((0xed, ord(c) >> 6 & 63 | 128, ord(c) & 63 | 128)) for c in part), error.end
    if not codecs._is(error, UnicodeDecodeError):
        raise error
    data = error.object[error.start:error.start + (wide or 3)]
    code = 0
    if wide and len(data) == wide:
        code = int.from_bytes(data, order)
    elif len(data) == 3 and data[0] == 0xed and data[1] & 0xc0 == data[2] & 0xc0 == 0x80:
        code = (data[0] & 15) << 12 | (data[1] & 63) << 6 | data[2] & 63
    if not 0xd800 <= code <= 0xdfff:
        raise error
    return chr(code), error.start + len(data)


def open_escape(data, raw):
    """How many bytes at the end begin an escape that is not there yet."""
    escape = rb'u[0-9a-fA-F]{0,3}|U[0-9a-fA-F]{0,7}' + (b'' if raw else rb'|x[0-9a-fA-F]?|N(?:\{[^}]*)?')
    found = re.search(rb'(?<!\\)(?:\\\\)*(\\(?:' + escape + rb')?)\Z', data)
    return len(found[1]) if found else 0


# UTF-7 (RFC 2152): runs of base64 between `+` and what is not of base64.

_SIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'


def _utf7_encode(text, errors='strict'):
    if not isinstance(text, str):
        raise TypeError(f'utf_7_encode() argument 1 must be str, not {_frames.argument_type(text)}')
    made, at = [], 0
    while at < len(text):
        c = text[at]
        at += 1
        if _direct(c):
            made.append(c)
        elif c == '+':
            made.append('+-')
        else:
            begin = at - 1
            while at < len(text) and not _direct(text[at]):
                at += 1
            units = text[begin:at].encode('utf-16-be', 'surrogatepass')
            bits = ''.join(f'{byte:08b}' for byte in units)
            bits += '0' * (-len(bits) % 6)
            made.append('+' + ''.join(_SIX[int(bits[n:n + 6], 2)] for n in range(0, len(bits), 6)))
            # The run's end must show.
            if at == len(text) or text[at] in _SIX or text[at] == '-':
                made.append('-')
    return ''.join(made).encode('ascii'), len(text)


def utf_7_encode(str, errors='strict', /):
    return _utf7_encode(str, errors)


def utf_7_decode(data, errors='strict', final=False, /):
    return _utf7_decode(data, errors, final)


def _ordered(unit, data, errors, order, final):
    data = codecs._bytes_of(data)
    name = f'utf_{unit * 8}'
    mark = '' if order else {codecs.BOM_UTF16_LE: 'le', codecs.BOM_UTF16_BE: 'be', codecs.BOM_UTF32_LE: 'le',
                             codecs.BOM_UTF32_BE: 'be'}.get(data[:unit], '')
    order = order or (mark == 'be') - (mark == 'le')
    begin = unit if mark else 0
    made, consumed = getattr(codecs, f"{name}_{'be' if order > 0 else 'le'}_decode")(data[begin:], errors, final)
    return made, consumed + begin, order


def utf_16_ex_decode(data, errors='strict', byteorder=0, final=False, /):
    """Also in which order of bytes the text is: -1 for the lower first, 1 for the higher."""
    return _ordered(2, data, errors, byteorder, final)


def utf_32_ex_decode(data, errors='strict', byteorder=0, final=False, /):
    return _ordered(4, data, errors, byteorder, final)


def _direct(c):
    return c in '\t\n\r' or ' ' <= c <= '}' and c not in '+\\'


def _utf7_decode(data, errors='strict', final=True):
    data = codecs._bytes_of(data)
    made, at, begin = [], 0, 0
    shifted, bits, value, half, before = False, 0, 0, 0, 0

    def wrong(end, reason):
        nonlocal data
        error = UnicodeDecodeError('utf7', data, begin, end, reason)
        text, place, data = codecs._handled(codecs.lookup_error(errors), error)
        made.append(text)
        return place

    while at < len(data):
        c = chr(data[at])
        if shifted and c in _SIX:
            value, bits = value << 6 | _SIX.index(c), bits + 6
            at += 1
            if bits >= 16:
                bits -= 16
                unit, value = value >> bits, value & (1 << bits) - 1
                if half and 0xdc00 <= unit < 0xe000:
                    made.append(chr(0x10000 + (half - 0xd800 << 10) + unit - 0xdc00))
                    half = 0
                else:
                    made.append(chr(half) if half else '')
                    half = unit if 0xd800 <= unit < 0xdc00 else 0
                    made.append('' if half else chr(unit))
        elif shifted:
            shifted = False
            if bits >= 6 or value:
                reason = 'partial character in shift sequence' if bits >= 6 else 'non-zero padding bits in shift sequence'
                at = wrong(at + 1, reason)
                continue
            if half and c < '\x80' and c != '+':
                made.append(chr(half))
            half = 0
            at += c == '-'
        elif c == '+':
            begin = at
            at += 1
            if data[at:at + 1] == b'-':
                at += 1
                made.append('+')
            elif at < len(data) and chr(data[at]) not in _SIX:
                at = wrong(at + 1, 'ill-formed sequence')
            else:
                shifted, bits, value, half, before = True, 0, 0, 0, len(made)
        elif c < '\x80':
            at += 1
            made.append(c)
        else:
            begin = at
            at = wrong(at + 1, 'unexpected special character')
        if at >= len(data) and shifted and final:
            shifted = False
            if half or bits >= 6 or value:
                at = wrong(len(data), 'unterminated shift sequence')
    if shifted:
        # More of the run may come.
        return ''.join(made[:before]), begin
    return ''.join(made), at
