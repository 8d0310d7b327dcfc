"""Between bytes and ASCII: hex, base64, checksums."""
import _binascii as _native


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def _bytes(data, text=False):
    if isinstance(data, str):
        if text:
            try:
                return data.encode('ascii')
            except UnicodeEncodeError:
                raise ValueError('string argument should contain only ASCII characters') from None
    try:
        return _bytes_of(data)
    except (TypeError, BufferError):
        if text:
            raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{_type_name(data)}'") from None
        raise


def b2a_base64(data, /, *, newline=True):
    return _native.encode(data if type(data) is bytes else _bytes(data), newline)


def a2b_base64(data, /, *, strict_mode=False):
    found = _native.decode(data if type(data) is bytes else _bytes(data, True), strict_mode)
    if type(found) is str:
        raise Error(found)
    return found


_unset = object()


def hexlify(data, sep=_unset, bytes_per_sep=1):
    data = data if type(data) is bytes else _bytes(data)
    if sep is _unset:
        return data.hex('-', bytes_per_sep).replace('-', '').encode() if bytes_per_sep != 1 else data.hex().encode()
    if len(sep) != 1:
        raise ValueError('sep must be length 1.')
    if not isinstance(sep, (str, bytes)):
        raise TypeError('sep must be str or bytes.')
    # What is bytes in the end takes any byte between the digits.
    if isinstance(sep, str) and sep > '\xff':
        raise ValueError('sep must be ASCII.')
    between = sep.encode('latin-1') if isinstance(sep, str) else sep
    return data.hex('-', bytes_per_sep).encode().replace(b'-', between)


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
    value &= 0xFFFF
    for byte in _bytes(data):
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ (0x1021 if value & 0x8000 else 0)) & 0xFFFF
    return value


def b2a_uu(data, /, *, backtick=False):
    data = _bytes(data)
    if len(data) > 45:
        raise Error('At most 45 bytes at once')
    blank, made = b'`' if backtick else b' ', bytearray()
    for at in range(0, len(data), 3):
        part = int.from_bytes(data[at:at + 3].ljust(3, b'\0'))
        made += bytes(part >> shift & 63 for shift in (18, 12, 6, 0))
    return bytes(byte + 32 for byte in (len(data), *made)).replace(b' ', blank) + b'\n'


def a2b_uu(data, /):
    data = _bytes(data, True)
    size, made, held, bits, at = (data[0] - 32 & 63 if data else 32), bytearray(), 0, 0, 1
    while len(made) < size:
        byte = data[at] if at < len(data) else 10
        at += 1
        if byte in b'\r\n':
            byte = 32
        elif not 32 <= byte <= 96:
            raise Error('Illegal char')
        held, bits = held << 6 | byte - 32 & 63, bits + 6
        if bits >= 8:
            bits -= 8
            made.append(held >> bits)
            held &= (1 << bits) - 1
    if data[at:].strip(b' `\r\n'):
        raise Error('Trailing garbage')
    return bytes(made)


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    data = _bytes(data)
    at = data.find(b'\n')
    end = b'\r\n' if at > 0 and data[at - 1] == 13 else b'\n'
    made, width, at = bytearray(), 0, 0
    while at < len(data):
        byte, next = data[at], data[at + 1] if at + 1 < len(data) else None
        if byte > 126 or byte == 61 or header and byte == 95 or byte == 46 and not width and next in (None, 0, 10, 13) or \
                not istext and byte in b'\r\n' or byte in b'\t ' and next is None or \
                byte < 33 and byte not in b'\r\n' and (quotetabs or byte not in b'\t '):
            if width + 3 >= 76:
                made += b'=' + end
                width = 0
            made += b'=%02X' % byte
            width += 3
        elif istext and (byte == 10 or byte == 13 and next == 10):
            if made[-1:] in (b' ', b'\t'):
                made[-1:] = b'=%02X' % made[-1]
            made += end
            width = 0
            at += byte == 13
        else:
            if next not in (None, 10) and width + 1 >= 76:
                made += b'=' + end
                width = 0
            made.append(95 if header and byte == 32 else byte)
            width += 1
        at += 1
    return bytes(made)


def a2b_qp(data, header=False):
    data, made, at = _bytes(data, True), bytearray(), 0
    while at < len(data):
        byte = data[at]
        at += 1
        if byte != 61:
            made.append(32 if header and byte == 95 else byte)
        elif data[at:at + 1] in (b'\n', b'\r'):
            # A line that goes on.
            at = data.find(b'\n', at) + 1 or len(data)
        elif data[at:at + 1] == b'=':
            made.append(61)
            at += 1
        elif at < len(data):
            pair = data[at:at + 2]
            if len(pair) == 2 and not pair.strip(b'0123456789abcdefABCDEF'):
                made.append(int(pair, 16))
                at += 2
            else:
                made.append(61)
    return bytes(made)


from _frames import bytes_of as _bytes_of, native as _builtin, type_name as _type_name
_builtin(globals())
