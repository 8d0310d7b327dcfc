"""Reads TOML."""
import re as _re
from datetime import date as _date, datetime as _datetime, time as _time, timedelta as _timedelta, timezone as _timezone

__all__ = ['loads', 'load', 'TOMLDecodeError']
_NUMBER = _re.compile(r'''0x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|0b[01](?:_?[01])*|0o[0-7](?:_?[0-7])*|
    (?P<sign>[+-]?(?:0|[1-9](?:_?[0-9])*))(?P<rest>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)''', _re.X)
_CLOCK = r'([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,6})\d*)?'
_LOCAL_TIME = _re.compile(_CLOCK, _re.A)
_DATE_TIME = _re.compile(
    rf'(\d{{4}})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:[Tt ]{_CLOCK}(?:([Zz])|([+-])([01]\d|2[0-3]):([0-5]\d))?)?', _re.A)
_BARE = _re.compile(r'[A-Za-z0-9_-]+')
_ESCAPES = {'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', '"': '"', '\\': '\\'}


class TOMLDecodeError(ValueError):
    """The text is not TOML."""


class _Table(dict):
    """A table, and how it came to be: by its header, by a dotted key, as part of others' headers, within braces."""
    made = 'part'


class _List(list):
    """An array of tables, which may get more of them."""


def load(fp, /, *, parse_float=float):
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    return _plain(_Reader(s.replace('\r\n', '\n'), parse_float).document())


def _plain(value):
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    return [_plain(each) for each in value] if isinstance(value, list) else value


class _Reader:
    def __init__(self, text, parse_float):
        self.text, self.at, self.parse_float = text, 0, parse_float

    def fail(self, words, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            place = 'end of document'
        else:
            line = self.text.count('\n', 0, at) + 1
            place = f"line {line}, column {at - self.text.rfind(chr(10), 0, at)}"
        raise TOMLDecodeError(f'{words} (at {place})')

    def next(self):
        return self.text[self.at:self.at + 1]

    def take(self, what):
        if self.text.startswith(what, self.at):
            self.at += len(what)
            return True

    def blanks(self, more=''):
        while self.at < len(self.text) and self.text[self.at] in ' \t' + more:
            self.at += 1

    def comment(self):
        if self.next() == '#':
            end = self.text.find('\n', self.at)
            end = len(self.text) if end < 0 else end
            for at in range(self.at, end):
                if self.text[at] < ' ' and self.text[at] != '\t' or self.text[at] == '\x7f':
                    self.fail(f'Found invalid character {self.text[at]!r}', at)
            self.at = end

    def gaps(self):
        """Blanks, comments and ends of lines."""
        before = None
        while before != self.at:
            before = self.at
            self.blanks('\n')
            self.comment()

    def document(self):
        root = table = _Table()
        while True:
            self.blanks()
            c = self.next()
            if not c:
                return root
            if c == '[':
                table = self.header(root)
            elif c not in '\n#':
                if c not in '"\'' and not _BARE.match(c):
                    self.fail('Invalid statement')
                self.pair(table)
            self.blanks()
            self.comment()
            if self.next() and not self.take('\n'):
                self.fail('Expected newline or end of document after a statement')

    def header(self, root):
        many = self.take('[[')
        self.at += not many
        self.blanks()
        key = self.key()
        table = self.way(root, key[:-1], 'part', 'Cannot overwrite a value', f'Cannot declare {key} twice')
        last = key[-1]
        if many:
            found = table.setdefault(last, _List())
            if not isinstance(found, _List):
                self.fail('Cannot overwrite a value')
            found.append(_Table())
            inner = found[-1]
        else:
            inner = table.setdefault(last, _Table())
            if not isinstance(inner, _Table):
                self.fail('Cannot overwrite a value')
            if inner.made != 'part':
                self.fail(f'Cannot declare {key} twice')
        inner.made = 'header'
        if not self.take(']]' if many else ']'):
            self.fail(f"Expected {']]' if many else ']'!r} at the end of {'an array' if many else 'a table'} declaration")
        return inner

    def way(self, table, key, made, words, closed=None):
        for part in key:
            if part not in table:
                table[part] = _Table()
                table[part].made = made
            table = table[part]
            if isinstance(table, _List):
                table = table[-1]
            if isinstance(table, _Table) and table.made == 'braces' and closed:
                self.fail(closed)
            if not isinstance(table, _Table) or table.made == 'braces' or made == 'key' and table.made == 'header':
                self.fail(words)
        return table

    def key(self):
        parts = [self.part()]
        self.blanks()
        while self.take('.'):
            self.blanks()
            parts.append(self.part())
            self.blanks()
        return tuple(parts)

    def part(self):
        if match := _BARE.match(self.text, self.at):
            self.at = match.end()
            return match[0]
        if self.next() == "'":
            return self.literal()
        if self.next() == '"':
            return self.string()
        self.fail('Invalid initial character for a key part')

    def pair(self, table):
        key = self.key()
        if not self.take('='):
            self.fail("Expected '=' after a key in a key/value pair")
        self.blanks()
        value = self.value()
        table = self.way(table, key[:-1], 'key', 'Cannot overwrite a value')
        if key[-1] in table:
            self.fail('Cannot overwrite a value')
        table[key[-1]] = value

    def value(self):
        c = self.next()
        if c == '"':
            return self.multiline('"') if self.take('"""') else self.string()
        if c == "'":
            return self.multiline("'") if self.take("'''") else self.literal()
        for word, value in (('true', True), ('false', False)):
            if self.take(word):
                return value
        if c == '[':
            return self.array()
        if c == '{':
            return self.braces()
        for pattern, read in (_DATE_TIME, self.moment), (_LOCAL_TIME, self.clock), (_NUMBER, self.number):
            if match := pattern.match(self.text, self.at):
                start, self.at = self.at, match.end()
                try:
                    return read(match)
                except ValueError:
                    self.fail('Invalid date or datetime', start)
        for word in ('inf', 'nan', '+inf', '-inf', '+nan', '-nan'):
            if self.take(word):
                return self.parse_float(word)
        self.fail('Invalid value')

    def number(self, match):
        text = match[0]
        return self.parse_float(text) if match['rest'] else int(text, 0)

    @staticmethod
    def clock(match):
        hour, minute, second, micro = match.groups()
        return _time(int(hour), int(minute), int(second), int((micro or '0').ljust(6, '0')))

    def moment(self, match):
        year, month, day, hour, minute, second, micro, zulu, sign, off_hours, off_minutes = match.groups()
        if hour is None:
            return _date(int(year), int(month), int(day))
        zone = None
        if zulu:
            zone = _timezone.utc
        elif sign:
            ahead = _timedelta(hours=int(off_hours), minutes=int(off_minutes))
            zone = _timezone(ahead if sign == '+' else -ahead)
        return _datetime(int(year), int(month), int(day), int(hour), int(minute), int(second),
                         int((micro or '0').ljust(6, '0')), zone)

    def array(self):
        self.at += 1
        found = []
        self.gaps()
        while not self.take(']'):
            found.append(self.value())
            self.gaps()
            if not self.take(','):
                if not self.take(']'):
                    self.fail('Unclosed array')
                break
            self.gaps()
        return found

    def braces(self):
        self.at += 1
        table = _Table()
        self.blanks()
        if not self.take('}'):
            while True:
                self.pair(table)
                self.blanks()
                if self.take('}'):
                    break
                if not self.take(','):
                    self.fail('Unclosed inline table')
                self.blanks()
        self.closed(table)
        return table

    def closed(self, table):
        table.made = 'braces'
        for value in table.values():
            if isinstance(value, _Table):
                self.closed(value)

    def literal(self):
        end = self.text.find("'", self.at + 1)
        line = self.text.find('\n', self.at)
        if end < 0 or 0 <= line < end:
            self.at = len(self.text) if line < 0 else line
            self.fail('Expected "\'"' if line < 0 else f'Found invalid character {chr(10)!r}')
        text, self.at = self.text[self.at + 1:end], end + 1
        return text

    def string(self):
        self.at += 1
        parts = []
        while (c := self.next()) != '"':
            if not c:
                self.fail('Unterminated string')
            if c < ' ' and c != '\t' or c == '\x7f':
                self.fail(f'Illegal character {c!r}')
            parts.append(self.escape() if c == '\\' else c)
            self.at += c != '\\'
        self.at += 1
        return ''.join(parts)

    def escape(self, many=False):
        start = self.at
        c = self.text[start + 1:start + 2]
        self.at += 2
        if many and c and c in ' \t\n':
            self.at -= 1
            self.blanks()
            if not self.take('\n'):
                self.fail("Unescaped '\\' in a string", start + 2)
            self.blanks('\n')
            return ''
        if c in ('u', 'U'):
            size = 4 if c == 'u' else 8
            digits = self.text[self.at:self.at + size]
            if len(digits) != size or not _re.fullmatch('[0-9A-Fa-f]+', digits):
                self.fail('Invalid hex value')
            self.at += size
            number = int(digits, 16)
            if 0xd800 <= number < 0xe000 or number > 0x10ffff:
                self.fail('Escaped character is not a Unicode scalar value')
            return chr(number)
        if c in _ESCAPES and c:
            return _ESCAPES[c]
        self.fail("Unescaped '\\' in a string" if c else 'Unterminated string')

    def multiline(self, quote):
        self.take('\n')
        parts = []
        while not self.take(quote * 3):
            c = self.next()
            if not c:
                self.fail('Unterminated string' if quote == '"' else f'Expected {quote * 3!r}')
            if c < ' ' and c not in '\t\n' or c == '\x7f':
                self.fail(f'Illegal character {c!r}')
            if c == '\\' and quote == '"':
                parts.append(self.escape(True))
            else:
                parts.append(c)
                self.at += 1
        for _ in range(2):
            if self.take(quote):
                parts.append(quote)
        return ''.join(parts)


TOMLDecodeError.__module__ = 'tomllib'
