"""Between bytes and ASCII: hex, base64, checksums."""


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


_LETTERS = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_DIGITS = {letter: value for value, letter in enumerate(_LETTERS)}


def _bytes(data, text=False):
    if isinstance(data, str):
        if text:
            try:
                return data.encode('ascii')
            except UnicodeEncodeError:
                raise ValueError('string argument should contain only ASCII characters') from None
        raise TypeError("a bytes-like object is required, not 'str'")
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


def b2a_base64(data, /, *, newline=True):
    data, out = _bytes(data), bytearray()
    letters = _LETTERS
    for at in range(0, len(data) - 2, 3):
        number = data[at] << 16 | data[at + 1] << 8 | data[at + 2]
        out += bytes((letters[number >> 18], letters[number >> 12 & 63], letters[number >> 6 & 63],
                      letters[number & 63]))
    rest = data[len(data) - len(data) % 3:]
    if rest:
        number = int.from_bytes(rest.ljust(3, b'\0'), 'big')
        out += bytes(letters[number >> shift & 63] for shift in (18, 12, 6, 0)[:len(rest) + 1]).ljust(4, b'=')
    return bytes(out + b'\n' if newline else out)


def a2b_base64(data, /, *, strict_mode=False):
    data, out = _bytes(data, True), bytearray()
    number = count = pads = 0
    if strict_mode and data[:1] == b'=':
        raise Error('Leading padding not allowed')
    for at, letter in enumerate(data):
        if letter == 61:
            pads += 1
            if count >= 2 and count + pads >= 4:
                if strict_mode and at + 1 < len(data):
                    raise Error('Excess data after padding')
                break
            continue
        digit = _DIGITS.get(letter)
        if digit is None:
            if strict_mode:
                raise Error('Only base64 data is allowed')
            continue
        if pads and strict_mode:
            raise Error('Discontinuous padding not allowed')
        pads = 0
        number = number << 6 | digit
        count += 1
        if count == 4:
            out += number.to_bytes(3, 'big')
            number = count = 0
    if count == 1:
        raise Error('Invalid base64-encoded string: number of data characters '
                    f'({len(out) // 3 * 4 + 1}) cannot be 1 more than a multiple of 4')
    if count:
        if count + pads < 4:
            raise Error('Incorrect padding')
        out += (number << 6 * (4 - count)).to_bytes(3, 'big')[:count - 1]
    return bytes(out)


def hexlify(data, sep=None, bytes_per_sep=1):
    data = _bytes(data)
    if isinstance(sep, (bytes, bytearray)):
        sep = sep.decode('latin-1')
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode('ascii')


def unhexlify(hexstr, /):
    data = _bytes(hexstr, True)
    if len(data) % 2:
        raise Error('Odd-length string')
    if data.strip(b'0123456789abcdefABCDEF') or b' ' in data:
        raise Error('Non-hexadecimal digit found')
    try:
        return bytes.fromhex(data.decode('ascii'))
    except ValueError:
        raise Error('Non-hexadecimal digit found') from None


b2a_hex, a2b_hex = hexlify, unhexlify


def crc32(data, value=0, /):
    import _zlib
    return _zlib.crc32(_bytes(data), value & 0xFFFFFFFF)


def crc_hqx(data, value, /):
    for byte in _bytes(data):
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ (0x1021 if value & 0x8000 else 0)) & 0xFFFF
    return value
