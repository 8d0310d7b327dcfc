"""Bytes as text of 16, 32, 64 or 85 letters."""
import binascii
from binascii import Error as _Error
from _binascii import decode as _decode, encode as _encode

_LETTERS32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_HEX32 = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


def _bytes_from_decode_data(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')  #: 37
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')  #: 39
    try:
        return memoryview(s).tobytes()
    except TypeError:
        pass
    raise TypeError(f'argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}')  #: 45 raise TypeError("argument should be a bytes-like object or ASCII "⏎                "string, not %r" % s.__class__.__name__) from None


def b64encode(s, altchars=None):
    if type(s) is bytes:
        encoded = _encode(s, False)
    else:
        encoded = binascii.b2a_base64(s, newline=False)  #: 58
    if altchars is not None:
        assert len(altchars) == 2, repr(altchars)
        encoded = encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    if type(s) is not bytes:
        s = _bytes_from_decode_data(s)  #: 83
    if altchars is not None:
        altchars = _bytes_from_decode_data(altchars)  #: 85
        assert len(altchars) == 2, repr(altchars)  #: 86
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    found = _decode(s, validate)
    return found if type(found) is bytes else binascii.a2b_base64(s, strict_mode=validate)  #: 88 return «binascii.a2b_base64(s, strict_mode=validate)»


def standard_b64encode(s):
    return b64encode(s)  #: 96


def standard_b64decode(s):
    return b64decode(s)  #: 106


def urlsafe_b64encode(s):
    return b64encode(s).translate(bytes.maketrans(b'+/', b'-_'))  #: 119 return «b64encode(s)».translate(_urlsafe_encode_translation)


def urlsafe_b64decode(s):
    s = _bytes_from_decode_data(s)  #: 132
    s = s.translate(bytes.maketrans(b'-_', b'+/'))
    return b64decode(s)  #: 134


def _input_type_check(s):
    try:
        m = memoryview(s)  #: 551
    except TypeError as err:
        raise TypeError(f'expected bytes-like object, not {s.__class__.__name__}') from err  #: 554 raise TypeError(msg) from err
    if m.format not in ('c', 'b', 'B'):
        raise TypeError(f'expected single byte elements, not {m.format!r} from {s.__class__.__name__}')  #: 558 raise TypeError(msg)
    if m.ndim != 1:
        raise TypeError(f'expected 1-D data, not {m.ndim}-D data from {s.__class__.__name__}')  #: 562 raise TypeError(msg)


def encodebytes(s):
    _input_type_check(s)  #: 568
    return b''.join(binascii.b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57))


def decodebytes(s):
    _input_type_check(s)  #: 578
    return binascii.a2b_base64(s)  #: 579


def b16encode(s):
    return binascii.hexlify(s).upper()  #: 273 return «binascii.hexlify(s)».upper()


def b16decode(s, casefold=False):
    s = _bytes_from_decode_data(s)  #: 286
    s = s.upper() if casefold else s
    if s.strip(b'0123456789ABCDEF'):
        raise _Error('Non-base16 digit found')  #: 290 raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)  #: 291


def _bytes(s):
    return memoryview(s).tobytes()


def b32encode(s):
    return _b32encode(_LETTERS32, s)  #: 248 return «_b32encode(_b32alphabet, s)»


def b32hexencode(s):
    return _b32encode(_HEX32, s)  #: 257 return «_b32encode(_b32hexalphabet, s)»


def _b32encode(alphabet, s):
    if not isinstance(s, (bytes, bytearray)):
        s = memoryview(s).tobytes()  #: 175
    out = bytearray()
    for at in range(0, len(s), 5):
        group = s[at:at + 5]
        number = int.from_bytes(group.ljust(5, b'\0'), 'big')
        letters = bytes(alphabet[number >> shift & 31] for shift in range(35, -1, -5))
        used = (len(group) * 8 + 4) // 5
        out += letters[:used] + b'=' * (8 - used)
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    return _b32decode(_LETTERS32, s, casefold, map01)  #: 252 return «_b32decode(_b32alphabet, s, casefold, map01)»


def b32hexdecode(s, casefold=False):
    return _b32decode(_HEX32, s, casefold)  #: 262 return «_b32decode(_b32hexalphabet, s, casefold)»


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = _bytes_from_decode_data(s)  #: 206
    if len(s) % 8:
        raise _Error('Incorrect padding')  #: 208 raise binascii.Error('Incorrect padding')
    if map01 is not None:
        s = s.translate(bytes.maketrans(b'01', b'O' + _bytes_from_decode_data(map01)))
    s = s.upper() if casefold else s
    out, bare = bytearray(), s.rstrip(b'=')
    for at in range(0, len(s), 8):
        group, number = bare[at:at + 8], 0
        for letter in group:
            digit = alphabet.find(letter)
            if digit < 0:
                raise _Error('Non-base32 digit found')
            number = number << 5 | digit
        number <<= 5 * (8 - len(group))
        out += number.to_bytes(5, 'big')[:len(group) * 5 // 8]
    if len(s) - len(bare) not in (0, 1, 3, 4, 6):
        raise _Error('Incorrect padding')
    return bytes(out)


_LETTERS85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'


_LETTERS_Z85 = b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'


_LETTERS_A85 = bytes(range(33, 118))
# By alphabet: all pairs of its letters, and a table that makes numbers of them.
_known85 = {}


def _tables85(alphabet):
    if alphabet not in _known85:
        numbers = bytearray(b'\xff' * 256)
        for number, letter in enumerate(alphabet):
            numbers[letter] = number
        ends = [bytes([letter]) for letter in alphabet]
        _known85[alphabet] = [one + other for one in ends for other in ends], ends, bytes(numbers)
    return _known85[alphabet]


def _groups(data, alphabet):
    """Five letters for each four bytes, and how many bytes are missing from the last four."""
    from struct import unpack
    missing = -len(data) % 4
    data += bytes(missing)
    pairs, ends, _ = _tables85(alphabet)
    numbers = unpack(f'>{len(data) // 4}I', data)
    return [pairs[number // 614125] + pairs[number // 85 % 7225] + ends[number % 85] for number in numbers], missing


def _fives(digits):
    """The numbers of which each has five digits."""
    digits = iter(digits)
    return [(((one * 85 + two) * 85 + three) * 85 + four) * 85 + five
            for one, two, three, four, five in zip(digits, digits, digits, digits, digits)]


def _packed(numbers):
    from struct import pack
    return pack(f'>{len(numbers)}I', *numbers)


def b85encode(b, pad=False):
    groups, missing = _groups(_bytes(b), _LETTERS85)
    out = b''.join(groups)
    return out if pad or not missing else out[:-missing]


def z85encode(s):
    """Bytes in ZeroMQ's letters."""
    groups, missing = _groups(_bytes(s), _LETTERS_Z85)
    out = b''.join(groups)
    return out[:-missing] if missing else out


def _ungrouped(b, alphabet, kind):  #: -
    padding = -len(b) % 5
    digits = (b + alphabet[-1:] * padding).translate(_tables85(alphabet)[2])
    wrong = digits.find(b'\xff')
    numbers = _fives(digits if wrong < 0 else digits[:wrong])
    if numbers and max(numbers) >> 32:
        at = next(at for at, number in enumerate(numbers) if number >> 32)
        raise ValueError(f'{kind} overflow in hunk starting at byte {at * 5}')
    if wrong >= 0:
        raise ValueError(f'bad {kind} character at position {wrong}')
    out = _packed(numbers)
    return out[:len(out) - padding] if padding else out


def b85decode(b):
    b = _bytes_from_decode_data(b)  #: 472
    return _ungrouped(b, _LETTERS85, 'base85')  #: 486 raise ValueError('bad base85 character at position %d'⏎                % (i + j)) from None


def z85decode(s):
    return _ungrouped(_bytes_from_decode_data(s), _LETTERS_Z85, 'z85')  #: 520 s = «_bytes_from_decode_data(s)»


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Bytes in 85 letters from ! to u; z stands for four zero bytes."""
    groups, missing = _groups(_bytes(b), _LETTERS_A85)
    for at, group in enumerate(groups):
        whole = at < len(groups) - 1 or not missing or pad
        if group == b'!!!!!' and (at < len(groups) - 1 or not missing):
            groups[at] = b'z'
        elif foldspaces and group == b'+<VdL':
            groups[at] = b'y'
        elif not whole:
            groups[at] = group[:5 - missing]
    out = b''.join(groups)
    if adobe:
        out = b'<~' + out
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [out[at:at + width] for at in range(0, len(out), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append(b'')
        out = b'\n'.join(lines)
    return out + b'~>' if adobe else out


_DIGITS_A85 = _LETTERS_A85 + b'z'


def _plain85(b):
    """What Ascii85 without mistakes and `y` stands for; None: there is one of them."""
    *parts, last = b.split(b'z')
    padding, pieces = -len(last) % 5, []
    for part in *parts, last + b'u' * padding:
        digits = part.translate(_tables85(_LETTERS_A85)[2])
        numbers = _fives(digits)
        if len(part) % 5 or b'\xff' in digits or numbers and max(numbers) >> 32:
            return None
        pieces.append(_packed(numbers))
    out = bytes(4).join(pieces)
    return out[:len(out) - padding] if padding else out


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    b = _bytes_from_decode_data(b)  #: 383
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError(f"Ascii85 encoded byte sequences must end with {b'~>'!r}")
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    plain = None
    if isinstance(ignorechars, bytes):
        digits = _DIGITS_A85 + b'y' if foldspaces else _DIGITS_A85
        plain = _plain85(b.translate(None, ignorechars.translate(None, digits)))
    if plain is not None:
        return plain
    out, group = bytearray(), []

    def settle():
        number = 0
        for digit in group:
            number = number * 85 + digit
        if number >> 32:
            raise ValueError('Ascii85 overflow')
        group.clear()
        return number.to_bytes(4, 'big')
    for letter in b:
        if 33 <= letter <= 117:
            group.append(letter - 33)
            if len(group) == 5:
                out += settle()
        elif letter == 122:
            if group:
                raise ValueError('z inside Ascii85 5-tuple')
            out += bytes(4)
        elif foldspaces and letter == 121:
            if group:
                raise ValueError('y inside Ascii85 5-tuple')
            out += b'    '
        elif letter not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % letter)  #: 428 raise ValueError('Non-Ascii85 digit found: %c' % x)
    if group:
        left = 5 - len(group)
        group += [84] * left
        out += settle()[:4 - left]
    return bytes(out)


def encode(input, output):
    """A file's bytes, encoded into another, 57 a line."""
    while line := input.read(57):  #: 536 while s := «input.read»(MAXBINSIZE):
        output.write(binascii.b2a_base64(line))


def decode(input, output):
    while line := input.readline():  #: 545
        output.write(binascii.a2b_base64(line))
