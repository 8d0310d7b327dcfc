"""A program's tokens, those included that mean nothing: comments and ends of lines."""
import re
from builtins import open as _open
from codecs import BOM_UTF8, lookup
from collections import namedtuple
from token import *
from token import EXACT_TOKEN_TYPES
import token

__all__ = token.__all__ + ['tokenize', 'generate_tokens', 'detect_encoding', 'untokenize', 'TokenInfo', 'open', 'TokenError']
_COOKIE = re.compile(r'^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)', re.ASCII)
_BLANK = re.compile(br'^[ \t\f]*(?:[#\r\n]|$)', re.ASCII)
cookie_re, blank_re = _COOKIE, _BLANK
_NAME = re.compile(r'[A-Za-z_0-9\x80-\U0010ffff]+')
_QUOTE = re.compile(r'(?i:(rb|br|b|u|r|fr|rf|f)?)(\'\'\'|"""|\'|")')
_BASED = re.compile(r'0([xX])((?:_?[0-9a-fA-F])*)|0([oO])((?:_?[0-7])*)|0([bB])((?:_?[01])*)')
_NUMBER = re.compile(r'(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][-+]?\d(?:_?\d)*)?[jJ]?', re.ASCII)
_OPERATOR = re.compile('|'.join(re.escape(sign) for sign in sorted([*EXACT_TOKEN_TYPES, '<>'], key=len, reverse=True)))


class TokenError(Exception):
    """What is no token."""


class TokenInfo(namedtuple('TokenInfo', 'type string start end line')):
    """A token: its kind and text, where it stands (line, column), and the lines that it stands in."""

    def __repr__(self):
        return ('TokenInfo(type=%s, string=%r, start=%r, end=%r, line=%r)' %
                self._replace(type='%d (%s)' % (self.type, tok_name[self.type])))

    @property
    def exact_type(self):
        """Which operator it is."""
        if self.type == OP and self.string in EXACT_TOKEN_TYPES:
            return EXACT_TOKEN_TYPES[self.string]
        return self.type


class _Text:
    """What is being written inside of an f-string: its quotes, and the brackets that were open at the field's brace."""

    def __init__(self, prefix, quote, start):
        self.raw, self.quote, self.start = 'r' in prefix.lower(), quote, start
        self.fields, self.specs = [], []


class _Scanner:
    """Takes lines, and gives tokens."""

    def __init__(self, readline):
        self.readline, self.row, self.at, self.line, self.ended = readline, 0, 0, '', False
        # The lines of a token that goes over several.
        self.lines, self.depth, self.texts = [], [], []

    def next_line(self):
        """Whether there is another line."""
        try:
            line = self.readline()
        except StopIteration:
            line = ''
        if not line:
            self.ended = True
            return False
        self.row, self.at, self.line = self.row + 1, 0, line
        return True

    def token(self, kind, start, lines=None):
        """The token from that column to here."""
        return TokenInfo(kind, self.line[start:self.at], (self.row, start), (self.row, self.at), self.line)

    def scan(self):
        columns, fresh = [(0, 0)], True
        while True:
            if self.at >= len(self.line):
                whole = not self.line or self.line.endswith('\n')
                if not whole and not (self.texts and not self.texts[-1].fields):
                    # What has no end of line gets one.
                    kind = NL if fresh or self.depth or self.nothing else NEWLINE
                    at = len(self.line)
                    yield TokenInfo(kind, '', (self.row, at), (self.row, at + 1), self.line)
                    fresh = True
                if not self.next_line():
                    if self.depth or self.texts:
                        raise TokenError('unexpected EOF in multi-line statement', (self.row, len(self.line) + 1 if self.texts else 0))
                    for _ in columns[1:]:
                        yield TokenInfo(DEDENT, '', (self.row + 1, 0), (self.row + 1, 0), '')
                    yield TokenInfo(ENDMARKER, '', (self.row + 1, 0), (self.row + 1, 0), '')
                    return
                self.nothing = True
                if not self.depth and fresh:
                    fresh = False
                    for found in self.indentation(columns):
                        yield found
            if self.texts and len(self.texts[-1].fields) == len(self.texts[-1].specs) and (
                    not self.texts[-1].specs or self.texts[-1].specs[-1]):
                yield from self.text()
                self.nothing = False
                continue
            while self.at < len(self.line) and self.line[self.at] in ' \t\f':
                self.at += 1
            if self.at >= len(self.line):
                continue
            start, sign = self.at, self.line[self.at]
            if sign in '\r\n':
                self.at = len(self.line)
                yield self.token(NL if self.nothing or self.depth else NEWLINE, start)
                fresh = not self.depth
            elif sign == '#':
                self.at = len(self.line.rstrip('\r\n'))
                yield self.token(COMMENT, start)
            elif sign == '\\':
                if self.line[start + 1:].strip('\r\n'):
                    raise TokenError('unexpected character after line continuation character',
                                     (self.row, len(self.line.rstrip('\n')) + 1))
                if not self.next_line():
                    raise TokenError('unexpected EOF in multi-line statement', (self.row, len(self.line) + 1))
                self.nothing = False
            else:
                self.nothing = False
                yield from self.word(start, sign)

    def indentation(self, columns):
        """How far the line stands in, with tabs of eight and of one; a line without anything says nothing of it."""
        column = other = 0
        for at, sign in enumerate(self.line):
            if sign == ' ':
                column, other = column + 1, other + 1
            elif sign == '\t':
                column, other = column // 8 * 8 + 8, other + 1
            elif sign == '\f':
                column = other = 0
            else:
                break
        else:
            at = len(self.line)
        if not self.line[at:] or self.line[at] in '#\r\n\\':
            return
        self.at = at
        line = self.line.rstrip('\r\n')
        where = '<string>', self.row, len(line) + 1, line, None, None
        if column > columns[-1][0] and other > columns[-1][1]:
            columns.append((column, other))
            yield self.token(INDENT, 0)
            return
        found = []
        while column < columns[-1][0]:
            columns.pop()
            if column > columns[-1][0]:
                raise IndentationError('unindent does not match any outer indentation level', where)
            found.append(None)
        if (column, other) != columns[-1]:
            where = *where[:2], len(line) + 1, *where[3:]
            raise TabError('inconsistent use of tabs and spaces in indentation', where)
        for _ in found:
            yield TokenInfo(DEDENT, '', (self.row, at), (self.row, at), self.line)

    def word(self, start, sign):
        quote = _QUOTE.match(self.line, start)
        if quote:
            self.at = quote.end()
            if 'f' in (quote[1] or '').lower():
                self.texts.append(_Text(quote[1], quote[2], (self.row, start)))
                yield self.token(FSTRING_START, start)
            else:
                yield self.string(start, quote[2])
            return
        after = self.line[start + 1:start + 2]
        if sign in '0123456789' or sign == '.' and after and after in '0123456789':
            self.number(start)
            yield self.token(NUMBER, start)
            return
        name = _NAME.match(self.line, start)
        if name:
            self.at = name.end()
            yield self.token(NAME, start)
            return
        text = self.texts[-1] if self.texts else None
        inside = text and len(self.depth) == text.fields[-1]
        match = _OPERATOR.match(self.line, start)
        self.at = match.end() if match else start + 1
        if inside and sign in ':}' or inside and sign == '!' and after != '=':
            self.at = start + 1
            if sign == ':':
                text.specs[-1] = True
            elif sign == '}':
                text.fields.pop()
                text.specs.pop()
                self.depth.pop()
        elif sign in '([{':
            self.depth.append(sign)
        elif sign in ')]}' and self.depth:
            self.depth.pop()
        yield self.token(OP, start)

    def number(self, start):
        based = _BASED.match(self.line, start)
        if not based:
            self.at = _NUMBER.match(self.line, start).end()
            if self.line[self.at:self.at + 1] == '_':
                raise TokenError('invalid decimal literal', (self.row, self.at + 1))
            return
        self.at = based.end()
        kind = 'hexadecimal' if based[1] else 'octal' if based[3] else 'binary'
        after = self.line[self.at:self.at + 1]
        if after.isdecimal() and not based[1]:
            raise TokenError(f"invalid digit '{after}' in {kind} literal", (self.row, self.at + 1))
        if not (based[2] or based[4] or based[6]) or after == '_':
            raise TokenError(f'invalid {kind} literal', (self.row, self.at + (after == '_')))

    def string(self, start, quote):
        row, lines, text = self.row, [self.line], ''
        begin, where = start, self.at
        while True:
            end = self.closing(where, quote)
            if end is not None:
                self.at = end
                return TokenInfo(STRING, text + self.line[begin:end], (row, start), (self.row, end), ''.join(lines))
            if len(quote) == 1 and not self.line.rstrip('\r\n').endswith('\\'):
                if self.texts and self.texts[-1].quote == quote:
                    raise TokenError("f-string: expecting '}'", (row, start + 1))
                raise TokenError(f'unterminated string literal (detected at line {self.row})', (row, start + 1))
            text += self.line[begin:]
            if not self.next_line():
                raise TokenError('EOF in multi-line string' if len(quote) == 3 else
                                 f'unterminated string literal (detected at line {self.row})', (row, start + 1))
            begin = where = 0
            lines.append(self.line)

    def closing(self, at, quote):
        """Behind the quotes that end it, if they are in this line."""
        match = re.compile(rf'(?:\\.|(?!{quote})[^\\])*{quote}', re.S).match(self.line, at)
        return match and match.end()

    def text(self):
        """What stands in an f-string, to the next field or its end."""
        text = self.texts[-1]
        spec, row, start = bool(text.specs), self.row, self.at
        found, lines, begin = '', [self.line], self.at
        while True:
            if self.at >= len(self.line):
                found += self.line[begin:]
                ended = len(text.quote) == 1 and not self.line.rstrip('\r\n').endswith('\\')
                if ended or not self.next_line():
                    kind = 'f-string' if len(text.quote) == 1 else 'triple-quoted f-string'
                    raise TokenError(f'unterminated {kind} literal (detected at line {self.row})',
                                     (text.start[0], text.start[1] + 1))
                lines.append(self.line)
                begin = 0
            sign, pair = self.line[self.at], self.line[self.at:self.at + 2]

            def middle():
                return TokenInfo(FSTRING_MIDDLE, found + self.line[begin:self.at], (row, start), (self.row, self.at),
                                 ''.join(lines))

            if self.line.startswith(text.quote, self.at) and not spec:
                if found or self.at > begin:
                    yield middle()
                where, self.at = self.at, self.at + len(text.quote)
                self.texts.pop()
                yield self.token(FSTRING_END, where)
                return
            if spec and sign in '\r\n' and len(text.quote) == 1:
                # The end of the line ends what says how it is formatted.
                if found or self.at > begin:
                    yield middle()
                text.specs[-1] = False
                return
            if sign == '\n' and len(text.quote) == 1:
                raise TokenError(f'unterminated f-string literal (detected at line {self.row})',
                                 (text.start[0], text.start[1] + 1))
            if pair in ('{{', '}}') and not spec:
                self.at += 1
                yield middle()
                self.at += 1
                return
            if sign == '{' or sign == '}' and spec:
                if found or self.at > begin or sign == '}':
                    yield middle()
                where, self.at = self.at, self.at + 1
                if sign == '{':
                    self.depth.append('{')
                    text.fields.append(len(self.depth))
                    text.specs.append(False)
                else:
                    text.fields.pop()
                    text.specs.pop()
                    self.depth.pop()
                yield self.token(OP, where)
                return
            if sign == '}':
                yield middle()
                raise TokenError("f-string: single '}' is not allowed", (self.row, self.at + 1))
            if sign == '\\' and not text.raw and self.line[self.at + 1:self.at + 3] == 'N{':
                self.at = self.line.find('}', self.at) + 1 or len(self.line)
            elif sign == '\\' and self.line[self.at + 1:self.at + 2] not in ('{', '}', ''):
                self.at += 2
            else:
                self.at += 1


def generate_tokens(readline):
    """The tokens of lines that a function gives."""
    return _Scanner(readline).scan()


def tokenize(readline):
    """The tokens of lines of bytes that a function gives; first of all the encoding."""
    encoding, read = detect_encoding(readline)  #: 477 encoding, consumed = «detect_encoding(readline)»
    lines = iter(read)

    def line():
        found = next(lines, None)
        if found is None:
            try:
                found = readline()
            except StopIteration:
                found = b''
        return found.decode('utf-8' if encoding == 'utf-8-sig' else encoding)

    yield TokenInfo(ENCODING, 'utf-8' if encoding == 'utf-8-sig' else encoding, (0, 0), (0, 0), '')
    yield from _Scanner(line).scan()


def _usual(name):
    """The name of an encoding as others are told it."""
    start = name[:12].lower().replace('_', '-')
    if start == 'utf-8' or start.startswith('utf-8-'):
        return 'utf-8'
    if start in ('latin-1', 'iso-8859-1', 'iso-latin-1') or start.startswith(('latin-1-', 'iso-8859-1-', 'iso-latin-1-')):
        return 'iso-8859-1'
    return name


def detect_encoding(readline):
    """The encoding that a program's first two lines tell, and the lines that were read for it."""
    try:
        filename = readline.__self__.name
    except AttributeError:
        filename = None
    marked, default = False, 'utf-8'

    def read_or_stop():
        try:
            return readline()  #: 376
        except StopIteration:
            return b''

    def told(line):
        try:
            text = line.decode('utf-8')
        except UnicodeDecodeError:
            raise SyntaxError('invalid or missing encoding declaration' + (f' for {filename!r}' if filename is not None else ''))
        match = _COOKIE.match(text)
        if not match:
            return None
        encoding = _usual(match[1])
        try:
            lookup(encoding)
        except LookupError:
            raise SyntaxError(f'unknown encoding: {encoding}' if filename is None else
                              f'unknown encoding for {filename!r}: {encoding}')
        if marked:
            if encoding != 'utf-8':
                raise SyntaxError('encoding problem: utf-8' if filename is None else
                                  f'encoding problem for {filename!r}: utf-8')
            encoding += '-sig'
        return encoding

    first = read_or_stop()  #: 418
    if first.startswith(BOM_UTF8):
        marked, first, default = True, first[3:], 'utf-8-sig'
    if not first:
        return default, []
    encoding = told(first)
    if encoding:
        return encoding, [first]
    if not _BLANK.match(first):
        return default, [first]
    second = read_or_stop()
    if not second:
        return default, [first]
    return told(second) or default, [first, second]


def open(filename):
    """A program's file as a text, in the encoding that it tells."""
    from io import TextIOWrapper
    file = _open(filename, 'rb')
    try:
        encoding, _ = detect_encoding(file.readline)
        file.seek(0)
        text = TextIOWrapper(file, encoding, line_buffering=True)
        text.mode = 'r'
        return text
    except:
        file.close()
        raise


def _doubled(text):
    """Braces twice, but for those of a character's name."""
    return re.sub(r'\\N\{[^}]*\}|[{}]', lambda match: match[0] if len(match[0]) > 1 else match[0] * 2, text)


def untokenize(iterable):
    """The program of tokens; of pairs of kind and text one that has the same tokens."""
    pieces, indents, fresh, encoding, before = [], [], False, None, None
    row, column = 1, 0
    tokens = iter(iterable)
    for found in tokens:
        if len(found) == 2:
            encoding = _of_pairs(pieces, found, tokens, encoding)
            break
        kind, text, start, end, _ = found
        if kind == ENCODING:
            encoding = text
            continue
        if kind == ENDMARKER:
            break
        if kind == INDENT:
            indents.append(text)
            continue
        if kind == DEDENT:
            indents.pop()
            row, column = end
            continue
        if kind in (NEWLINE, NL):
            fresh = True
        elif fresh and indents:
            if start[1] >= len(indents[-1]):
                pieces.append(indents[-1])
                column = len(indents[-1])
            fresh = False
        elif kind == FSTRING_MIDDLE and ('{' in text or '}' in text):
            written = _doubled(text)
            end = end[0], end[1] + len(written[written.rfind('\n') + 1:]) - len(text[text.rfind('\n') + 1:])
            text = written
        if start < (row, column):
            raise ValueError(f'start ({start[0]},{start[1]}) precedes previous end ({row},{column})')
        if start[0] > row:
            pieces.append('\\\n' * (start[0] - row))
            column = 0
        pieces.append(' ' * (start[1] - column))
        if kind in (STRING, FSTRING_START) and before in (STRING, FSTRING_END):
            pieces.append(' ')
        pieces.append(text)
        row, column, before = *end, kind
        if kind in (NEWLINE, NL):
            row, column = row + 1, 0
    text = ''.join(pieces)
    return text if encoding is None else text.encode(encoding)


def _of_pairs(pieces, first, tokens, encoding):
    from itertools import chain
    indents, fresh, before, inside = [], first[0] in (NEWLINE, NL), None, 0
    for kind, text in (found[:2] for found in chain([first], tokens)):
        if kind == ENCODING:
            encoding = text
            continue
        if kind in (NAME, NUMBER):
            text += ' '
        inside += (kind == FSTRING_START) - (kind == FSTRING_END)
        if kind == INDENT:
            indents.append(text)
            continue
        if kind == DEDENT:
            indents.pop()
            continue
        if kind in (NEWLINE, NL):
            fresh = True
        elif fresh and indents:
            pieces.append(indents[-1])
            fresh = False
        elif kind == FSTRING_MIDDLE:
            text = _doubled(text)
        if text in ('{', '}') and pieces and pieces[-1] == text and inside:
            text = ' ' + text
        if kind in (STRING, FSTRING_START) and before in (STRING, FSTRING_END):
            pieces.append('  ' if kind == before == STRING else ' ')
        pieces.append(text)
        before = kind
    return encoding
