"""Headers in lines, and the encoded words in them."""
import re
import sys
from binascii import b2a_base64
from email import errors, utils
from email.quoprimime import header_decode

_PLAIN = frozenset(b'-!*+/0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
_ENCODED = re.compile(r'=\?([^?\s]+)\?([qQbB])\?([^?\s]*)\?=')


def quoted(text):
    """The text between quotes."""
    return '"' + utils.quote(text) + '"'


def decoded(text, defects=None):
    """The text with its encoded words read; blanks between two of them are none."""
    return ''.join(decoded_parts(text, defects))


def decoded_parts(text, defects=None):
    """What stands as it is, and what encoded words stand for, one after another."""
    found, at, before = [], 0, False
    for match in _ENCODED.finditer(text):
        between = text[at:match.start()]
        found.append('' if before and between.isspace() else between)
        found.append(_word(*match.groups(), match[0], defects))
        at, before = match.end(), True
    return [*found, text[at:]]


def _word(charset, encoding, text, whole, defects):
    charset = charset.partition('*')[0]
    try:
        if encoding in 'qQ':
            data = bytes(header_decode(text), 'latin-1')
        else:
            from email.base64mime import decode
            if len(text) % 4 and defects is not None:
                defects.append(errors.InvalidBase64PaddingDefect())
            data = decode(text + '==='[:-len(text) % 4])
        return data.decode(charset)
    except UnicodeDecodeError:
        if defects is not None:
            defects.append(errors.UndecodableBytesDefect(f'Encoded word contains bytes not decodable using {charset!r} charset'))
        return data.decode(charset, 'surrogateescape')
    except LookupError:
        return data.decode('ascii', 'surrogateescape')
    except ValueError:
        return whole


def encoded_word(text, charset):
    """The text as an encoded word, the shorter of the two kinds; quoted-printable if it is about the same."""
    data = text.encode('ascii', 'surrogateescape') if charset == 'unknown-8bit' else text.encode(charset)
    quoted_length = sum(1 if octet in _PLAIN or octet == 32 else 3 for octet in data)
    if quoted_length - (len(data) + 2) // 3 * 4 < 5:
        word = ''.join('_' if octet == 32 else chr(octet) if octet in _PLAIN else f'={octet:02X}' for octet in data)
        return f'=?{charset}?q?{word}?='
    return f'=?{charset}?b?{b2a_base64(data, newline=False).decode("ascii")}?='


def fold_header(name, tree, policy):
    """A header in lines: the tree is a kind and its pieces."""
    kind, pieces = tree
    if kind == 'plain':
        return f'{name}: {"".join(pieces)}{policy.linesep}' if pieces else name + ':' + policy.linesep
    if kind == 'parameters':
        pieces = Piece([pieces] if source(pieces) else [], False, kind)
    elif kind == 'addresses':
        pieces = Piece(pieces, False)
    else:
        pieces = Piece(pieces, True)
    return _fold([Piece([name + ':'], False), *([Piece([' '], True), pieces] if pieces.parts else [])], policy)


class Quoted(str):
    """What stood between quotes: encoded where it has signs that mean something."""


class Piece:
    """Pieces of a header: texts, and pieces again, and what is encoded instead. What may not be encoded is not."""

    def __init__(self, parts, encodes, kind=None, instead=None):
        self.parts, self.encodes, self.kind, self.instead = parts, encodes, kind, instead or parts

    def __str__(self):
        return source(self.parts[0]) if self.kind == 'parameters' else ''.join(map(str, self.parts))


def source(tree):
    """A word and its parameters in one line."""
    word, params = tree
    return '; '.join([word, *(f'{name}={quoted(value)}' if value else name for name, value in params.items())])


class _End:
    pass


def _fold(parts, policy):
    width = policy.max_line_length or sys.maxsize
    lines, last, blocked, leading = _Lines(width), None, 0, ''
    # From the right, so that what comes next is at the end.
    parts = [(part, True) for part in reversed(parts)]
    while parts:
        part, encodes = parts.pop()
        if part is _End:
            blocked -= 1
            continue
        text = str(part)
        leaf = isinstance(part, str)
        encodes = encodes if leaf else part.encodes
        wants = not set(text).isdisjoint('()<>@,:;.\\"[]\r\n' if isinstance(part, Quoted) else '\r\n')
        charset = 'utf-8' if policy.utf8 else 'us-ascii'
        try:
            text.encode(charset)
        except UnicodeEncodeError:
            wants, charset = True, 'unknown-8bit' if utils._has_surrogates(text) else 'utf-8'
        if not leaf and part.kind == 'parameters':
            _parameters(part.parts[0], lines, width, policy)
            continue
        if wants and not blocked:
            if not encodes:
                last = None
                alone = text if leaf else _fold(part.parts, policy)[:-len(policy.linesep)]
                if not leaf and policy.linesep not in alone:
                    if len(alone) > width - len(lines[-1]):
                        lines.append(lines.blank())
                    lines[-1] += alone
                    continue
            if leaf:
                if encodes:
                    last, leading = _encode(text, lines, width, last, charset, leading), ''
                else:
                    lines[-1] += text
            else:
                parts += [(inner, part.encodes) for inner in reversed(part.instead)]
            continue
        if len(text) <= width - len(lines[-1]):
            lines[-1] += text
            continue
        leading = ''
        if len(text) + 1 <= width:
            blank = lines.blank()
            if blank or text[:1] in (' ', '\t'):
                lines.append(blank + text)
                # Before an encoded word a blank at the start of a line is nothing.
                last, leading = None, re.match('[ \t]*', lines[-1])[0]
                continue
        if not leaf:
            inner = [(inner, part.encodes) for inner in part.parts]
            if not part.encodes:
                blocked += 1
                inner.append((_End, False))
            parts += reversed(inner)
        elif encodes and not blocked:
            last, leading = _encode(text, lines, width, last, charset, leading), ''
        else:
            blank = lines.blank()
            if blank or text[:1] in (' ', '\t'):
                lines.append(blank + text)
            else:
                lines[-1] += text
    return policy.linesep.join(lines) + policy.linesep


class _Lines(list):
    def __init__(self, width):
        super().__init__([''])

    def blank(self):
        """Takes the blank at the end of the last line."""
        line = self[-1]
        if line and line[-1] in ' \t':
            self[-1] = line[:-1]
            return line[-1]
        return ''


def _encode(text, lines, width, last, charset, leading):
    """Puts the text as encoded words at the end of the lines, together with those that stand there since `last`."""
    if last is not None:
        text = decoded(lines[-1][last:] + text)
        lines[-1] = lines[-1][:last]
    elif text[0] in ' \t':
        if len(lines[-1]) == width:
            lines.append(lines.blank())
        lines[-1] += text[0]
        text = text[1:]
    end = ''
    if text and text[-1] in ' \t':
        text, end = text[:-1], text[-1]
    start = len(lines[-1]) if last is None else last
    charset = 'utf-8' if charset == 'us-ascii' else charset
    chrome = len(charset) + 7
    if chrome + 1 >= width:
        raise errors.HeaderParseError('max_line_length is too small to fit an encoded word')
    while text:
        room = width - len(lines[-1])
        space = room - chrome - len(leading)
        if space <= 0:
            lines.append(' ')
            continue
        if len(lines) > 1 and len(lines[-1]) == 1 and leading:
            lines[-1] += encoded_word(leading, charset)
            leading, room = '', width - len(lines[-1])
        piece = text[:space]
        while len(word := encoded_word(piece, charset)) > room:
            piece = piece[:-1]
        lines[-1] += word
        text = text[len(piece):]
        if text:
            lines.append(' ')
            start = 1
    lines[-1] += end
    return start


def _parameters(tree, lines, width, policy):
    """A word and its parameters, of which what is too long is continued."""
    word, params = tree
    whole = source(tree)
    plain = 'utf-8' if policy.utf8 else 'us-ascii'
    try:
        whole.encode(plain)
        if len(lines[-1]) + len(whole) <= width:
            lines[-1] += whole
            return
    except UnicodeEncodeError:
        pass
    lines[-1] += word
    from urllib.parse import quote
    for name, value in params.items():
        if not lines[-1].rstrip().endswith(';'):
            lines[-1] += ';'
        charset, errors = plain, 'strict'
        try:
            value.encode(plain)
            text = f'{name}={quoted(value)}'
        except UnicodeEncodeError:
            charset, errors = ('unknown-8bit', 'surrogateescape') if utils._has_surrogates(value) else ('utf-8', 'strict')
            encoding = 'utf-8' if charset == 'unknown-8bit' else charset
            text = f"{name}*={charset}''{quote(value, safe='', encoding=encoding, errors=errors)}"
        if len(lines[-1]) + len(text) + 1 < width:
            lines[-1] += ' ' + text
            continue
        if len(text) + 2 <= width:
            lines.append(' ' + text)
            continue
        section, extra = 0, charset + "''"
        encoding = 'utf-8' if charset == 'unknown-8bit' else charset
        while value:
            chrome = len(name) + len(str(section)) + 3 + len(extra)
            room = (78 if width <= chrome + 3 else width) - chrome - 2
            end = room
            while len(text := quote(value[:end], safe='', encoding=encoding, errors=errors)) > room:
                end -= 1
            lines.append(f' {name}*{section}*={extra}{text}')
            section, extra, value = section + 1, '', value[end:]
            if value:
                lines[-1] += ';'
