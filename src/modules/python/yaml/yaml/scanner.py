"""Cuts a text into the words of YAML."""
import re
from collections import namedtuple

from yaml.error import Mark, MarkedYAMLError
from yaml.reader import ReaderError

# kind: how errors name it; value: a scalar's text, an anchor's name, a tag's parts; style: what a scalar is quoted by.
Token = namedtuple('Token', 'kind start end value style', defaults=(None, None))
_BREAKS = '\r\n\x85\u2028\u2029'
_END = '\0' + _BREAKS
_BLANK = _END + ' \t'
_REFUSED = re.compile('[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]')
_ESCAPES = {'0': '\0', 'a': '\x07', 'b': '\b', 't': '\t', '\t': '\t', 'n': '\n', 'v': '\v', 'f': '\f', 'r': '\r', 'e': '\x1b',
            ' ': ' ', '"': '"', '\\': '\\', '/': '/', 'N': '\x85', '_': '\xa0', 'L': '\u2028', 'P': '\u2029'}
_CODES = {'x': 2, 'u': 4, 'U': 8}
_URI = set("-;/?:@&=+$,_.!~*'()[]%abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_WORD = _URI - set(";/?:@&=+$,.!~*'()[]%")


class ScannerError(MarkedYAMLError):
    """No words of YAML."""


class _Key:
    """What may turn out to be a key: where it stands among the words."""

    def __init__(self, number, required, mark):
        self.number, self.required, self.mark = number, required, mark


class Scanner:
    """The words of a text."""

    def __init__(self, text, name, shown):
        self.text, self.name, self.shown = text.removeprefix('\ufeff') + '\0', name, shown
        found = _REFUSED.search(self.text[:-1])
        if found:
            raise ReaderError(name, found.start(), found.group(), 'unicode', 'special characters are not allowed')
        self.at = self.line = self.column = 0
        self.tokens, self.keys, self.key_allowed = [], {}, True
        self.indent, self.indents, self.depth = -1, [], 0
        self.ended, start = False, self.mark()
        self.tokens.append(Token('<stream start>', start, start))

    def mark(self):
        return Mark(self.name, self.at, self.line, self.column, self.text if self.shown else None, self.at)

    def peek(self, ahead=0):
        at = self.at + ahead
        return self.text[at] if at < len(self.text) else '\0'

    def forward(self, count=1):
        for character in self.text[self.at:self.at + count]:
            self.at += 1
            if character in '\n\x85\u2028\u2029' or character == '\r' and self.peek() != '\n':
                self.line, self.column = self.line + 1, 0
            elif character != '\ufeff':
                self.column += 1

    def token(self, number):
        """A word: it is known when what may be a key before it is known to be one or not."""
        while not self.ended:
            if number < len(self.tokens):
                self._drop_old_keys()
                if all(key.number != number for key in self.keys.values()):
                    break
            self.ended = not self._next()
        return self.tokens[number]

    def _add(self, kind, count=0, value=None, style=None):
        start = self.mark()
        self.forward(count)
        self.tokens.append(Token(kind, start, self.mark(), value, style))

    def _next(self):
        self._skip()
        self._drop_old_keys()
        self._unwind(self.column)
        character, after = self.peek(), self.peek(1)
        if character == '\0':
            self._unwind(-1)
            self._forget_key()
            self.key_allowed, self.keys = False, {}
            self._add('<stream end>')
            return False
        if self.column == 0 and character == '%':
            return self._directive()
        if self.column == 0 and self.text[self.at:self.at + 3] in ('---', '...') and self.peek(3) in _BLANK:
            self._unwind(-1)
            self._forget_key()
            self.key_allowed = False
            self._add('<document start>' if character == '-' else '<document end>', 3)
        elif character in '[{':
            self._may_be_key()
            self.depth += 1
            self.key_allowed = True
            self._add(character, 1)
        elif character in ']}':
            self._forget_key()
            self.depth -= 1
            self.key_allowed = False
            self._add(character, 1)
        elif character == ',':
            self.key_allowed = True
            self._forget_key()
            self._add(',', 1)
        elif character == '-' and after in _BLANK:
            self._entry()
        elif character == '?' and (self.depth or after in _BLANK):
            self._explicit_key()
        elif character == ':' and (self.depth or after in _BLANK):
            self._value()
        elif character in '*&':
            self._may_be_key()
            self.key_allowed = False
            self._anchor()
        elif character == '!':
            self._may_be_key()
            self.key_allowed = False
            self._tag()
        elif character in '|>' and not self.depth:
            self.key_allowed = True
            self._forget_key()
            self._block(character)
        elif character in '\'"':
            self._may_be_key()
            self.key_allowed = False
            self._quoted(character)
        elif character not in _BLANK + '-?:,[]{}#&*!|>\'"%@`' or after not in _BLANK and (
                character == '-' or not self.depth and character in '?:'):
            self._may_be_key()
            self.key_allowed = False
            self._plain()
        else:
            raise ScannerError('while scanning for the next token', None, f'found character {character!r} that cannot start any token',
                               self.mark())
        return True

    def _skip(self):
        """Spaces, comments and ends of lines."""
        while True:
            while self.peek() == ' ':
                self.forward()
            if self.peek() == '#':
                while self.peek() not in _END:
                    self.forward()
            if not self._break():
                return
            if not self.depth:
                self.key_allowed = True

    def _break(self):
        """Goes behind the end of a line; gives what stands for it."""
        character = self.peek()
        if character in '\r\n\x85':
            self.forward(2 if self.text.startswith('\r\n', self.at) else 1)
            return '\n'
        if character in '\u2028\u2029':
            self.forward()
            return character
        return ''

    def _drop_old_keys(self):
        for depth, key in list(self.keys.items()):
            if key.mark.line != self.line or self.at - key.mark.index > 1024:
                self._lost(key)
                del self.keys[depth]

    def _lost(self, key):
        if key.required:
            raise ScannerError('while scanning a simple key', key.mark, "could not find expected ':'", self.mark())

    def _may_be_key(self):
        if self.key_allowed:
            self._forget_key()
            self.keys[self.depth] = _Key(len(self.tokens), not self.depth and self.indent == self.column, self.mark())

    def _forget_key(self):
        key = self.keys.pop(self.depth, None)
        if key is not None:
            self._lost(key)

    def _unwind(self, column):
        while not self.depth and self.indent > column:
            self.indent = self.indents.pop()
            self._add('<block end>')

    def _deeper(self, column):
        if self.indent >= column:
            return False
        self.indents.append(self.indent)
        self.indent = column
        return True

    def _entry(self):
        if not self.depth:
            if not self.key_allowed:
                raise ScannerError(None, None, 'sequence entries are not allowed here', self.mark())
            if self._deeper(self.column):
                self._add('<block sequence start>')
        self.key_allowed = True
        self._forget_key()
        self._add('-', 1)

    def _explicit_key(self):
        if not self.depth:
            if not self.key_allowed:
                raise ScannerError(None, None, 'mapping keys are not allowed here', self.mark())
            if self._deeper(self.column):
                self._add('<block mapping start>')
        self.key_allowed = not self.depth
        self._forget_key()
        self._add('?', 1)

    def _value(self):
        key = self.keys.pop(self.depth, None)
        if key is not None:
            self.tokens.insert(key.number, Token('?', key.mark, key.mark))
            if not self.depth and self._deeper(key.mark.column):
                self.tokens.insert(key.number, Token('<block mapping start>', key.mark, key.mark))
            self.key_allowed = False
        else:
            if not self.depth:
                if not self.key_allowed:
                    raise ScannerError(None, None, 'mapping values are not allowed here', self.mark())
                if self._deeper(self.column):
                    self._add('<block mapping start>')
            self.key_allowed = not self.depth
            self._forget_key()
        self._add(':', 1)

    def _directive(self):
        self._unwind(-1)
        self._forget_key()
        self.key_allowed = False
        start, line = self.mark(), ''
        while self.peek() not in _END:
            line += self.peek()
            self.forward()
        words = line.partition(' #')[0].split()
        if not re.match(r'%[-\w]', line):
            self.at, self.column = start.index + 1, start.column + 1
            raise ScannerError('while scanning a directive', start,
                               f'expected alphabetic or numeric character, but found {self.peek()!r}', self.mark())
        self.tokens.append(Token('<directive>', start, self.mark(), words))
        return True

    def _anchor(self):
        start, alias = self.mark(), self.peek() == '*'
        kind = 'alias' if alias else 'anchor'
        self.forward()
        name = ''
        while self.peek() in _WORD:
            name += self.peek()
            self.forward()
        if not name or self.peek() not in _BLANK + '?:,]}%@`':
            raise ScannerError(f'while scanning an {kind}', start,
                               f'expected alphabetic or numeric character, but found {self.peek()!r}', self.mark())
        self.tokens.append(Token(f'<{kind}>', start, self.mark(), name))

    def _tag(self):
        start = self.mark()
        handle, suffix = None, ''
        if self.peek(1) == '<':
            self.forward(2)
            suffix = self._uri(start)
            if self.peek() != '>':
                raise ScannerError('while parsing a tag', start, f"expected '>', but found {self.peek()!r}", self.mark())
            self.forward()
        elif self.peek(1) in _BLANK:
            self.forward()
            suffix = '!'
        else:
            match = re.compile(r'!([-\w]*!)?').match(self.text, self.at)
            handle = match.group()
            self.forward(len(handle))
            suffix = self._uri(start)
        if self.peek() not in '\0 \r\n\x85\u2028\u2029':
            raise ScannerError('while scanning a tag', start, f"expected ' ', but found {self.peek()!r}", self.mark())
        self.tokens.append(Token('<tag>', start, self.mark(), (handle, suffix)))

    def _uri(self, start):
        found = ''
        while self.peek() in _URI:
            found += self.peek()
            self.forward()
        if not found:
            raise ScannerError('while parsing a tag', start, f'expected URI, but found {self.peek()!r}', self.mark())
        from urllib.parse import unquote
        return unquote(found)

    def _block(self, style):
        start = self.mark()
        self.forward()
        keep, increment = None, None
        while self.peek() in '+-123456789':
            if self.peek() in '+-':
                keep = self.peek() == '+'
            else:
                increment = int(self.peek())
            self.forward()
        if self.peek() == '0':
            raise ScannerError('while scanning a block scalar', start,
                               'expected indentation indicator in the range 1-9, but found 0', self.mark())
        if self.peek() not in ' ' + _END:
            raise ScannerError('while scanning a block scalar', start,
                               f'expected chomping or indentation indicators, but found {self.peek()!r}', self.mark())
        while self.peek() == ' ':
            self.forward()
        if self.peek() == '#':
            while self.peek() not in _END:
                self.forward()
        if self.peek() not in _END:
            raise ScannerError('while scanning a block scalar', start,
                               f'expected a comment or a line break, but found {self.peek()!r}', self.mark())
        self._break()
        least = max(1, self.indent + 1)
        if increment is None:
            breaks, deepest, end = self._indentation()
            indent = max(least, deepest)
        else:
            indent = least + increment - 1
            breaks, end = self._block_breaks(indent)
        parts, last = [], ''
        while self.column == indent and self.peek() != '\0':
            parts += breaks
            leading = self.peek() not in ' \t'
            line = ''
            while self.peek() not in _END:
                line += self.peek()
                self.forward()
            parts.append(line)
            last = self._break()
            breaks, end = self._block_breaks(indent)
            if self.column != indent or self.peek() == '\0':
                break
            if style == '>' and last == '\n' and leading and self.peek() not in ' \t':
                if not breaks:
                    parts.append(' ')
            else:
                parts.append(last)
        if keep is not False:
            parts.append(last)
        if keep is True:
            parts += breaks
        self.tokens.append(Token('<scalar>', start, end, ''.join(parts), style))

    def _indentation(self):
        breaks, deepest, end = [], 0, self.mark()
        while self.peek() in ' \r\n\x85\u2028\u2029':
            if self.peek() != ' ':
                breaks.append(self._break())
                end = self.mark()
            else:
                self.forward()
                deepest = max(deepest, self.column)
        return breaks, deepest, end

    def _block_breaks(self, indent):
        breaks, end = [], self.mark()
        while True:
            while self.column < indent and self.peek() == ' ':
                self.forward()
            if self.peek() not in _BREAKS:
                return breaks, end
            breaks.append(self._break())
            end = self.mark()

    def _quoted(self, quote):
        start = self.mark()
        self.forward()
        parts = []
        while True:
            self._quoted_text(parts, quote, start)
            if self.peek() == quote:
                break
            self._quoted_spaces(parts, start)
        self.forward()
        self.tokens.append(Token('<scalar>', start, self.mark(), ''.join(parts), quote))

    def _quoted_text(self, parts, quote, start):
        while True:
            character = self.peek()
            if quote == "'" and character == "'" and self.peek(1) == "'":
                parts.append("'")
                self.forward(2)
            elif character == quote or character in _BLANK:
                return
            elif quote == '"' and character == '\\':
                self.forward()
                self._escape(parts, start)
            else:
                parts.append(character)
                self.forward()

    def _escape(self, parts, start):
        character = self.peek()
        if character in _ESCAPES:
            parts.append(_ESCAPES[character])
            self.forward()
        elif character in _CODES:
            count = _CODES[character]
            self.forward()
            for at in range(count):
                if self.peek(at) not in '0123456789ABCDEFabcdef':
                    raise ScannerError('while scanning a double-quoted scalar', start, 'expected escape sequence of '
                                       f'{count} hexadecimal numbers, but found {self.peek(at)!r}', self.mark())
            parts.append(chr(int(self.text[self.at:self.at + count], 16)))
            self.forward(count)
        elif character in _BREAKS:
            self._break()
            parts += self._folded(start)
        else:
            raise ScannerError('while scanning a double-quoted scalar', start, f'found unknown escape character {character!r}',
                               self.mark())

    def _quoted_spaces(self, parts, start):
        spaces = ''
        while self.peek() in ' \t':
            spaces += self.peek()
            self.forward()
        if self.peek() == '\0':
            raise ScannerError('while scanning a quoted scalar', start, 'found unexpected end of stream', self.mark())
        if self.peek() not in _BREAKS:
            parts.append(spaces)
            return
        end = self._break()
        breaks = self._folded(start)
        parts += ([end] if end != '\n' else [] if breaks else [' ']) + breaks

    def _folded(self, start):
        breaks = []
        while True:
            if self.text[self.at:self.at + 3] in ('---', '...') and self.peek(3) in _BLANK:
                raise ScannerError('while scanning a quoted scalar', start, 'found unexpected document separator', self.mark())
            while self.peek() in ' \t':
                self.forward()
            if self.peek() not in _BREAKS:
                return breaks
            breaks.append(self._break())

    def _plain(self):
        start = end = self.mark()
        parts, spaces, indent = [], [], self.indent + 1
        while self.peek() != '#':
            length = 0
            while True:
                character, after = self.peek(length), self.peek(length + 1)
                if character in _BLANK or character == ':' and after in _BLANK + (',[]{}' if self.depth else '') or (
                        self.depth and character in ',?[]{}'):
                    break
                length += 1
            if not length:
                break
            self.key_allowed = False
            parts += spaces
            parts.append(self.text[self.at:self.at + length])
            self.forward(length)
            end = self.mark()
            spaces = self._plain_spaces()
            if not spaces or not self.depth and self.column < indent:
                break
        self.tokens.append(Token('<scalar>', start, end, ''.join(parts)))

    def _plain_spaces(self):
        """What stands between the words of a plain scalar; nothing: it ends."""
        spaces = ''
        while self.peek() == ' ':
            spaces += ' '
            self.forward()
        if self.peek() not in _BREAKS:
            return [spaces] if spaces else []
        end, breaks = self._break(), []
        self.key_allowed = True
        while True:
            if self.text[self.at:self.at + 3] in ('---', '...') and self.peek(3) in _BLANK:
                return []
            while self.peek() == ' ':
                self.forward()
            if self.peek() not in _BREAKS:
                break
            breaks.append(self._break())
        return ([end] if end != '\n' else [] if breaks else [' ']) + breaks
