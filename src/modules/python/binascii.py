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
        raise TypeError("a bytes-like object is required, not 'str'")
    if isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data)
    if hasattr(type(data), '__buffer__'):
        return memoryview(data).tobytes()
    if text:
        raise TypeError(f"argument should be bytes, buffer or ASCII string, not '{type(data).__name__}'")
    raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")


def b2a_base64(data, /, *, newline=True):
    return _native.encode(data if type(data) is bytes else _bytes(data), newline)


def a2b_base64(data, /, *, strict_mode=False):
    found = _native.decode(data if type(data) is bytes else _bytes(data, True), strict_mode)
    if type(found) is str:
        raise Error(found)
    return found


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


from _frames import native as _builtin
_builtin(globals())
