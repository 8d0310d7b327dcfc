"""Bytes as text of 16, 32, 64 or 85 letters."""
import binascii as _binascii
from binascii import Error as _Error

_LETTERS32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def _data(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    if isinstance(s, (bytes, bytearray, memoryview)):
        return bytes(s)
    raise TypeError(f'argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}')


def b64encode(s, altchars=None):
    encoded = _binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        encoded = encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    s = _data(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_data(altchars), b'+/'))
    return _binascii.a2b_base64(s, strict_mode=validate)  #: 88 return «binascii.a2b_base64(s, strict_mode=validate)»


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def encodebytes(s):
    return b''.join(_binascii.b2a_base64(s[at:at + 57]) for at in range(0, len(s), 57))


def decodebytes(s):
    return _binascii.a2b_base64(s)


def b16encode(s):
    return _binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    s = _data(s)
    s = s.upper() if casefold else s
    if s.strip(b'0123456789ABCDEF'):
        raise _Error('Non-base16 digit found')
    return _binascii.unhexlify(s)


def b32encode(s):
    out, s = bytearray(), bytes(s)
    for at in range(0, len(s), 5):
        group = s[at:at + 5]
        number = int.from_bytes(group.ljust(5, b'\0'), 'big')
        letters = bytes(_LETTERS32[number >> shift & 31] for shift in range(35, -1, -5))
        used = (len(group) * 8 + 4) // 5
        out += letters[:used] + b'=' * (8 - used)
    return bytes(out)


def b32decode(s, casefold=False, map01=None):
    s = _data(s)
    if len(s) % 8:
        raise _Error('Incorrect padding')
    s = s.upper() if casefold else s
    out, bare = bytearray(), s.rstrip(b'=')
    for at in range(0, len(s), 8):
        group, number = bare[at:at + 8], 0
        for letter in group:
            digit = _LETTERS32.find(letter)
            if digit < 0:
                raise _Error('Non-base32 digit found')
            number = number << 5 | digit
        if len(group) not in (0, 2, 4, 5, 7, 8):
            raise _Error('Incorrect padding')
        number <<= 5 * (8 - len(group))
        out += number.to_bytes(5, 'big')[:len(group) * 5 // 8]
    return bytes(out)


_LETTERS85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'


def b85encode(b, pad=False):
    b = bytes(b)
    padding = -len(b) % 4
    out, b = bytearray(), b + bytes(padding)
    for at in range(0, len(b), 4):
        number, digits = int.from_bytes(b[at:at + 4], 'big'), []
        for _ in range(5):
            number, digit = divmod(number, 85)
            digits.append(_LETTERS85[digit])
        out += bytes(reversed(digits))
    return bytes(out if pad or not padding else out[:-padding])


def b85decode(b):
    b = _data(b)
    padding = -len(b) % 5
    out, b = bytearray(), b + b'~' * padding
    for at in range(0, len(b), 5):
        number = 0
        for place, letter in enumerate(b[at:at + 5]):
            digit = _LETTERS85.find(letter)
            if digit < 0:
                raise ValueError(f'bad base85 character at position {at + place}')
            number = number * 85 + digit
        if number >> 32:
            raise ValueError(f'base85 overflow in hunk starting at byte {at}')
        out += number.to_bytes(4, 'big')
    return bytes(out[:len(out) - padding] if padding else out)
