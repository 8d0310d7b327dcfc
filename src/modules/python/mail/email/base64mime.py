"""Base64 in headers and bodies."""
__all__ = ['body_decode', 'body_encode', 'decode', 'decodestring', 'header_encode', 'header_length']
from binascii import a2b_base64, b2a_base64


def header_length(bytearray):
    """How long the bytes are once encoded."""
    return (len(bytearray) + 2) // 3 * 4


def header_encode(header_bytes, charset='iso-8859-1'):
    """An encoded word."""
    if not header_bytes:
        return ''
    if isinstance(header_bytes, str):
        header_bytes = header_bytes.encode(charset)
    return f'=?{charset}?b?{b2a_base64(header_bytes, newline=False).decode("ascii")}?='


def body_encode(s, maxlinelen=76, eol='\n'):
    """Lines of base64."""
    step = maxlinelen * 3 // 4
    lines = (b2a_base64(s[at:at + step]).decode('ascii') for at in range(0, len(s), step))
    return ''.join(line[:-1] + eol if eol != '\n' else line for line in lines)


def decode(string):
    """The bytes that were encoded."""
    return a2b_base64(string.encode('raw-unicode-escape') if isinstance(string, str) else string) if string else b''


body_decode = decodestring = decode
