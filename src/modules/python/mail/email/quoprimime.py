"""Quoted-printable in headers and bodies: texts whose characters stand for bytes."""
__all__ = ['body_decode', 'body_encode', 'body_length', 'decode', 'decodestring', 'header_decode', 'header_encode',
           'header_length', 'quote', 'unquote']
import re

_PLAIN_HEADER = frozenset(b'-!*+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ')
_PLAIN_BODY = frozenset([*range(32, 61), *range(62, 127), 9])


def quote(c):
    """A character as `=XX`."""
    return f'={ord(c):02X}'


def unquote(s):
    """The character that `=XX` stands for."""
    return chr(int(s[1:3], 16))


def header_check(octet):
    """Whether a byte of a header needs quoting."""
    return octet == 32 or octet not in _PLAIN_HEADER


def body_check(octet):
    """Whether a byte of a body needs quoting."""
    return octet not in _PLAIN_BODY


def header_length(bytearray):
    """How long the bytes are once encoded for a header."""
    return sum(1 if octet in _PLAIN_HEADER else 3 for octet in bytearray)


def body_length(bytearray):
    """How long the bytes are once encoded for a body."""
    return sum(1 if octet in _PLAIN_BODY else 3 for octet in bytearray)


def _octet(octet):
    return '_' if octet == 32 else chr(octet) if octet in _PLAIN_HEADER else f'={octet:02X}'


def header_encode(header_bytes, charset='iso-8859-1'):
    """An encoded word."""
    return f'=?{charset}?q?{"".join(map(_octet, header_bytes))}?=' if header_bytes else ''


def body_encode(body, maxlinelen=76, eol='\n'):
    """Lines no longer than that."""
    if maxlinelen < 4:
        raise ValueError('maxlinelen must be at least 4')
    if not body:
        return body
    found = []
    for line in re.split('\r\n|\r|\n', body.removesuffix('\n').removesuffix('\r')):
        pieces = [c if c in '\r\n' or ord(c) in _PLAIN_BODY else quote(c) for c in line]
        rows = _rows(pieces, maxlinelen)
        if rows[-1] and rows[-1][-1] in ' \t':
            last = rows[-1]
            if len(last) + 2 <= maxlinelen:
                rows[-1] = last[:-1] + quote(last[-1])
            elif len(last) < maxlinelen:
                rows[-1:] = [last + '=', '']
            else:
                rows[-1:] = [last[:-1] + '=', quote(last[-1])]
        found += rows
    if body[-1] in '\r\n':
        found.append('')
    return eol.join(found)


def _rows(pieces, width):
    """The pieces in rows; all but the last end in `=`."""
    rows, row = [], ''
    rest = sum(map(len, pieces))
    for piece in pieces:
        if len(row) + len(piece) > width - 1 and len(row) + rest > width:
            rows.append(row + '=')
            row = ''
        row += piece
        rest -= len(piece)
    return rows + [row]


def decode(encoded, eol='\n'):
    """The text that was encoded."""
    if not encoded:
        return encoded
    found = ''
    for line in encoded.splitlines():
        line = line.rstrip()
        soft = line.endswith('=')
        found += re.sub('=([0-9a-fA-F]{2})', lambda match: chr(int(match[1], 16)), line[:-1] if soft else line)
        found += '' if soft else eol
    return found[:-len(eol)] if encoded[-1] not in '\r\n' and found.endswith(eol) else found


body_decode = decodestring = decode


def header_decode(s):
    """What an encoded word's text stands for."""
    return re.sub('=[a-fA-F0-9]{2}', lambda match: unquote(match[0]), s.replace('_', ' '), flags=re.ASCII)
