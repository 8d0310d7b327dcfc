"""Codecs that are asked for less: names of hosts, characters of old consoles, escapes, mail's ways of sending bytes."""
import codecs
import io
import re
import _frames

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


# Punycode (RFC 3492).


def _adapted(delta, first, count):
    delta = (delta // 700 if first else delta // 2)
    delta += delta // count
    at = 0
    while delta > 455:
        delta //= 35
        at += 36
    return at + 36 * delta // (delta + 38)


def _threshold(at, bias):
    return min(max(at - bias, 1), 26)


def _puny_encode(text, errors='strict'):
    made = ''.join(c for c in text if c < '\x80')
    done = len(made)
    first, bias, delta, last = True, 72, 0, 128
    made += '-' if made else ''
    while done < len(text):
        least = min(ord(c) for c in text if ord(c) >= last)
        delta += (least - last) * (done + 1)
        last = least
        for c in text:
            if ord(c) < last:
                delta += 1
            elif ord(c) == last:
                rest, at = delta, 36
                while rest >= (part := _threshold(at, bias)):
                    made += 'abcdefghijklmnopqrstuvwxyz0123456789'[part + (rest - part) % (36 - part)]
                    rest, at = (rest - part) // (36 - part), at + 36
                made += 'abcdefghijklmnopqrstuvwxyz0123456789'[rest]
                done += 1
                bias, delta, first = _adapted(delta, first, done), 0, False
        delta, last = delta + 1, last + 1
    return made.encode('ascii'), len(text)


def _puny_decode(data, errors='strict', final=True):
    data = data.encode('ascii') if isinstance(data, str) else codecs._bytes_of(data)
    base, _, digits = data.rpartition(b'-')
    try:
        made = list(base.decode('ascii', errors))
    except UnicodeDecodeError as e:
        raise UnicodeDecodeError(e.encoding, data, e.start, e.end, e.reason) from None
    at, behind = 0, len(data) - len(digits)
    code, place, first, bias = 128, 0, True, 72
    while at < len(digits):
        old, weight, step = place, 1, 36
        while True:
            if at == len(digits):
                if errors != 'strict':
                    return ''.join(made), len(data)
                raise UnicodeDecodeError('punycode', data, len(data), len(data) + 1, 'incomplete punycode string')
            byte = digits[at:at + 1].lower()
            digit = b'abcdefghijklmnopqrstuvwxyz0123456789'.find(byte)
            if digit < 0:
                if errors != 'strict':
                    return ''.join(made), len(data)
                raise UnicodeDecodeError('punycode', data, behind + at, behind + at + 1,
                                         f"Invalid extended code point '{byte.upper()[0]}'")
            at += 1
            place += digit * weight
            part = _threshold(step, bias)
            if digit < part:
                break
            weight, step = weight * (36 - part), step + 36
        count = len(made) + 1
        bias, first = _adapted(place - old, first, count), False
        code += place // count
        if code > 0x10ffff:
            raise UnicodeDecodeError('punycode', data, place, place + 1, f'Invalid character U+{code:x}')
        place %= count
        made.insert(place, chr(code))
        place += 1
    return ''.join(made), len(data)


# Names of hosts (RFC 3490): each label by itself.


def nameprep(label):
    """A label as it is compared (RFC 3491)."""
    import stringprep
    import unicodedata
    label = ''.join(stringprep.map_table_b2(c) for c in label if not stringprep.in_table_b1(c))
    label = unicodedata.normalize('NFKC', label)
    refused = (stringprep.in_table_c12, stringprep.in_table_c22, stringprep.in_table_c3, stringprep.in_table_c4,
               stringprep.in_table_c5, stringprep.in_table_c6, stringprep.in_table_c7, stringprep.in_table_c8, stringprep.in_table_c9)
    for at, c in enumerate(label):
        if any(table(c) for table in refused):
            raise UnicodeEncodeError('idna', label, at, at + 1, f'Invalid character {c!r}')
    from_right = [stringprep.in_table_d1(c) for c in label]
    if any(from_right):
        for at, c in enumerate(label):
            if stringprep.in_table_d2(c):
                raise UnicodeEncodeError('idna', label, at, at + 1, 'Violation of BIDI requirement 2')
        if not from_right[0]:
            raise UnicodeEncodeError('idna', label, 0, 1, 'Violation of BIDI requirement 3')
        if not from_right[-1]:
            raise UnicodeEncodeError('idna', label, len(label) - 1, len(label), 'Violation of BIDI requirement 3')
    return label


def _label_encoded(label):
    if not label.isascii():
        label = nameprep(label)
    if label.isascii():
        made = label.encode('ascii')
        if not made:
            raise UnicodeEncodeError('idna', label, 0, 1, 'label empty')
    elif label.startswith('xn--'):
        raise UnicodeEncodeError('idna', label, 0, 4, 'Label starts with ACE prefix')
    else:
        made = b'xn--' + _puny_encode(label)[0]
    if len(made) > 63:
        raise UnicodeEncodeError('idna', label, 0, len(label), 'label too long')
    return made


def _label_decoded(label):
    if len(label) > 1024:
        raise UnicodeDecodeError('idna', label, 0, len(label), 'label way too long')
    if label[:4].lower() != b'xn--':
        return label.decode('ascii')
    try:
        text = _puny_decode(label[4:])[0]
    except UnicodeDecodeError as e:
        raise UnicodeDecodeError('idna', label, e.start + 4, e.end + 4, e.reason) from None
    again = _label_encoded(text)
    if again != label.lower():
        raise UnicodeDecodeError('idna', label, 0, len(label),
                                 f"IDNA does not round-trip, '{label!r}' != '{str(again, 'ascii')!r}'")
    return text


def _only_strict(errors):
    if errors != 'strict':
        raise UnicodeError(f'Unsupported error handling: {errors}')


def _labels_encoded(text, final):
    """The labels of a name; what is behind the last dot only at the end. How much of the text they are as well."""
    labels = re.split('[.\u3002\uff0e\uff61]', text)
    rest = '' if final else labels.pop()
    made, at = [], 0
    for number, label in enumerate(labels):
        try:
            made.append(_label_encoded(label) if label or not final or number < len(labels) - 1 else b'')
        except UnicodeEncodeError as e:
            raise UnicodeEncodeError('idna', text, at + e.start, at + e.end, e.reason) from None
        at += len(label) + 1
    return b'.'.join(made) + (b'' if final or not made else b'.'), len(text) - len(rest)


def _labels_decoded(data, final):
    labels = data.split(b'.')
    rest = b'' if final else labels.pop()
    made, at = [], 0
    for label in labels:
        try:
            made.append(_label_decoded(label))
        except (UnicodeDecodeError, UnicodeEncodeError) as e:
            raise UnicodeDecodeError('idna', data, at + e.start, at + e.end, e.reason) from None
        at += len(label) + 1
    if not rest.isascii():
        at += next(n for n, byte in enumerate(rest) if byte > 127)
        raise UnicodeDecodeError('idna', data, at, at + 1, 'ordinal not in range(128)')
    return '.'.join(made) + ('' if final or not made else '.'), len(data) - len(rest)


def _idna_encode(text, errors='strict'):
    _only_strict(errors)
    return _labels_encoded(text, True) if text else (b'', 0)


def _idna_decode(data, errors='strict', final=True):
    _only_strict(errors)
    return _labels_decoded(bytes(data), True)


class _IdnaEncoder(codecs.BufferedIncrementalEncoder):
    def _buffer_encode(self, input, errors, final):
        _only_strict(errors)
        return _labels_encoded(input, final) if input else (b'', 0)


class _IdnaDecoder(codecs.BufferedIncrementalDecoder):
    def _buffer_decode(self, input, errors, final):
        _only_strict(errors)
        return _labels_decoded(bytes(input), final)


# From bytes to bytes.


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
