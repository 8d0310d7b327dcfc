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
_CONTROLS, _CONTROLS_OF_LINES = _re.compile(r'[\0-\x08\n-\x1f\x7f]'), _re.compile(r'[\0-\x08\x0b-\x1f\x7f]')
_ESCAPES = {'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', '"': '"', '\\': '\\'}


class TOMLDecodeError(ValueError):
    """The text is not TOML."""


class _Tables:
    """What has been read, and which names can no longer be used: those of tables that a header or dotted keys have made,
    those within inline tables and arrays."""

    def __init__(self):
        self.root, self.made, self.closed, self.soon = {}, set(), set(), set()

    def is_closed(self, key):
        return any(key[:size] in self.closed for size in range(1, len(key) + 1))

    def begin(self):
        """A header ends what dotted keys could add to."""
        self.made |= self.soon
        self.soon.clear()

    def forget(self, key):
        for names in self.made, self.closed, self.soon:
            names.difference_update([name for name in names if name[:len(key)] == key])

    def table(self, key, through_lists=True):
        """The table of that name; KeyError: it is something else."""
        table = self.root
        for part in key:
            table = table.setdefault(part, {})
            if through_lists and isinstance(table, list):
                table = table[-1]
            if not isinstance(table, dict):
                raise KeyError
        return table


def load(fp, /, *, parse_float=float):  #: in tomllib/_parser.py
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None  #: 63 raise TypeError(⏎    "File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`"⏎) from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):  #: -
    return _Reader(s, parse_float if parse_float is float else _plain_values(parse_float)).document()


def _plain_values(parse_float):
    """What would pass for a table or an array is no number."""
    def parse(text):  #: -
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError('parse_float must not return dicts or lists')
        return value
    return parse


class _Reader:
    def __init__(self, text, parse_float):
        self.text, self.at, self.parse_float = text, 0, parse_float

    def error(self, words, at=None):
        at = self.at if at is None else at
        if at >= len(self.text):
            place = 'end of document'
        else:
            line = self.text.count('\n', 0, at) + 1
            place = f"line {line}, column {at - self.text.rfind(chr(10), 0, at)}"
        return TOMLDecodeError(f'{words} (at {place})')

    def next(self):
        return self.text[self.at:self.at + 1]

    def take(self, what):
        if self.text.startswith(what, self.at):
            self.at += len(what)
            return True

    def blanks(self, more=''):
        while self.at < len(self.text) and self.text[self.at] in ' \t' + more:
            self.at += 1

    def until(self, what, refused, needed=True):  #: in tomllib/_parser.py skip_until
        """The text up to there; what is refused must not be in it."""
        end = self.text.find(what, self.at)
        if end < 0:
            end = len(self.text)
            if needed:
                raise self.error(f'Expected {what!r}', end)  #: 254 raise suffixed_err(src, new_pos, f"Expected {expect!r}") from None
        if bad := refused.search(self.text, self.at, end):
            raise self.error(f'Found invalid character {bad[0]!r}', bad.start())  #: 259 raise suffixed_err(src, pos, f"Found invalid character {src[pos]!r}")
        text, self.at = self.text[self.at:end], end
        return text

    def comment(self):  #: in tomllib/_parser.py skip_comment
        if self.next() == '#':
            self.at += 1
            self.until('\n', _CONTROLS, False)  #: 269 return «skip_until(⏎    src, pos + 1, "\n", error_on=ILLEGAL_COMMENT_CHARS, error_on_eof=False⏎)»

    def gaps(self):
        """Blanks, comments and ends of lines."""
        before = None
        while before != self.at:
            before = self.at
            self.blanks('\n')
            self.comment()

    def document(self):  #: in tomllib/_parser.py loads
        self.text = self.text.replace("\r\n", "\n")  #: 74 src = «s.replace("\r\n", "\n")»
        tables, header = _Tables(), ()
        while True:
            self.blanks()
            c = self.next()
            if not c:
                break
            if c == '[':
                tables.begin()
                if self.text.startswith('[[', self.at):
                    header = self.list_header(tables)  #: 111 pos, header = «create_list_rule(src, pos, out)»
                else:
                    header = self.header(tables)  #: 113 pos, header = «create_dict_rule(src, pos, out)»
                self.blanks()
            elif c in '"\'' or _BARE.match(c):
                self.assignment(tables, header)  #: 102 pos = «key_value_rule(src, pos, out, header, parse_float)»
                self.blanks()
            elif c not in '\n#':
                raise self.error('Invalid statement')  #: 116 raise suffixed_err(src, pos, "Invalid statement")
            self.comment()  #: 119 pos = «skip_comment(src, pos)»
            if self.next() and not self.take('\n'):
                raise self.error('Expected newline or end of document after a statement')  #: 127 raise suffixed_err(⏎    src, pos, "Expected newline or end of document after a statement"⏎)
        return tables.root

    def header(self, tables):  #: in tomllib/_parser.py create_dict_rule
        self.at += 1
        self.blanks()
        key = self.key()  #: 287 pos, key = «parse_key(src, pos)»
        if key in tables.made or tables.is_closed(key):
            raise self.error(f'Cannot declare {key} twice')  #: 290 raise suffixed_err(src, pos, f"Cannot declare {key} twice")
        tables.made.add(key)
        try:
            tables.table(key)
        except KeyError:
            raise self.error('Cannot overwrite a value') from None  #: 295 raise suffixed_err(src, pos, "Cannot overwrite a value") from None
        if not self.take(']'):
            raise self.error("Expected ']' at the end of a table declaration")  #: 298 raise suffixed_err(src, pos, "Expected ']' at the end of a table declaration")
        return key

    def list_header(self, tables):  #: in tomllib/_parser.py create_list_rule
        self.at += 2
        self.blanks()
        key = self.key()
        if tables.is_closed(key):
            raise self.error(f'Cannot mutate immutable namespace {key}')  #: 308 raise suffixed_err(src, pos, f"Cannot mutate immutable namespace {key}")
        # What is told of the one before does not hold for the next of the array's tables.
        tables.forget(key)
        tables.made.add(key)
        try:
            found = tables.table(key[:-1]).setdefault(key[-1], [])
            found = found if isinstance(found, list) else None
        except KeyError:
            found = None
        if found is None:
            raise self.error('Cannot overwrite a value')  #: 316 raise suffixed_err(src, pos, "Cannot overwrite a value") from None
        found.append({})
        if not self.take(']]'):
            raise self.error("Expected ']]' at the end of an array declaration")  #: 319 raise suffixed_err(src, pos, "Expected ']]' at the end of an array declaration")
        return key

    def assignment(self, tables, header):  #: in tomllib/_parser.py key_value_rule
        key, value = self.pair()  #: 326 pos, key, value = «parse_key_value_pair(src, pos, parse_float)»
        for size in range(1, len(key)):
            name = header + key[:size]
            if name in tables.made:
                raise self.error(f'Cannot redefine namespace {name}')  #: 334 raise suffixed_err(src, pos, f"Cannot redefine namespace {cont_key}")
            tables.soon.add(name)
        place = header + key[:-1]
        if tables.is_closed(place):
            raise self.error(f'Cannot mutate immutable namespace {place}')  #: 340 raise suffixed_err(⏎    src, pos, f"Cannot mutate immutable namespace {abs_key_parent}"⏎)
        try:
            table = tables.table(place)
        except KeyError:
            raise self.error('Cannot overwrite a value') from None  #: 347 raise suffixed_err(src, pos, "Cannot overwrite a value") from None
        if key[-1] in table:
            raise self.error('Cannot overwrite a value')  #: 349 raise suffixed_err(src, pos, "Cannot overwrite a value")
        if isinstance(value, (dict, list)):
            tables.closed.add(header + key)
        table[key[-1]] = value

    def key(self):  #: in tomllib/_parser.py parse_key
        parts = [self.part()]  #: 374 pos, key_part = «parse_key_part(src, pos)»
        self.blanks()
        while self.take('.'):
            self.blanks()
            parts.append(self.part())  #: 386 pos, key_part = «parse_key_part(src, pos)»
            self.blanks()
        return tuple(parts)

    def part(self):  #: in tomllib/_parser.py parse_key_part
        if match := _BARE.match(self.text, self.at):
            self.at = match.end()
            return match[0]
        if self.next() == "'":
            return self.literal()
        if self.next() == '"':
            return self.string()  #: 403 return «parse_one_line_basic_str(src, pos)»
        raise self.error('Invalid initial character for a key part')  #: 404 raise suffixed_err(src, pos, "Invalid initial character for a key part")

    def pair(self):  #: in tomllib/_parser.py parse_key_value_pair
        key = self.key()  #: 360 pos, key = «parse_key(src, pos)»
        if not self.take('='):
            raise self.error("Expected '=' after a key in a key/value pair")  #: 366 raise suffixed_err(src, pos, "Expected '=' after a key in a key/value pair")
        self.blanks()
        return key, self.value()  #: 369 pos, value = «parse_value(src, pos, parse_float)»

    def value(self):  #: in tomllib/_parser.py parse_value
        c = self.next()
        if c == '"':
            if self.take('"""'):
                return self.multiline('"')  #: 597 return «parse_multiline_str(src, pos, literal=False)»
            return self.string()  #: 598 return «parse_one_line_basic_str(src, pos)»
        if c == "'":
            if self.take("'''"):
                return self.multiline("'")  #: 603 return «parse_multiline_str(src, pos, literal=True)»
            return self.literal()  #: 604 return «parse_literal_str(src, pos)»
        for word, value in (('true', True), ('false', False)):
            if self.take(word):
                return value
        if c == '[':
            return self.array()  #: 616 return «parse_array(src, pos, parse_float)»
        if c == '{':
            return self.braces()  #: 620 return «parse_inline_table(src, pos, parse_float)»
        for pattern, read in (_DATE_TIME, self.moment), (_LOCAL_TIME, self.clock), (_NUMBER, self.number):
            if match := pattern.match(self.text, self.at):
                start, self.at = self.at, match.end()
                if read == self.number:
                    return read(match)
                try:
                    return read(match)  #: 626 datetime_obj = «match_to_datetime(datetime_match)»
                except ValueError as e:
                    raise self.error('Invalid date or datetime', start) from e  #: 628 raise suffixed_err(src, pos, "Invalid date or datetime") from e
        for word in ('inf', 'nan', '+inf', '-inf', '+nan', '-nan'):
            if self.take(word):
                return self.parse_float(word)
        raise self.error('Invalid value')  #: 649 raise suffixed_err(src, pos, "Invalid value")

    def number(self, match):
        text = match[0]
        return self.parse_float(text) if match['rest'] else int(text, 0)

    @staticmethod
    def clock(match):
        hour, minute, second, micro = match.groups()
        return _time(int(hour), int(minute), int(second), int((micro or '0').ljust(6, '0')))

    def moment(self, match):  #: in tomllib/_re.py match_to_datetime
        year, month, day, hour, minute, second, micro, zulu, sign, off_hours, off_minutes = match.groups()
        if hour is None:
            return _date(int(year), int(month), int(day))  #: 73 return «date(year, month, day)»
        zone = None
        if zulu:
            zone = _timezone.utc
        elif sign:
            ahead = _timedelta(hours=int(off_hours), minutes=int(off_minutes))
            zone = _timezone(ahead if sign == '+' else -ahead)
        parts = map(int, (year, month, day, hour, minute, second, (micro or '0').ljust(6, '0')))
        return _datetime(*parts, zone)  #: 84 return «datetime(year, month, day, hour, minute, sec, micros, tzinfo=tz)»

    def array(self):  #: in tomllib/_parser.py parse_array
        self.at += 1
        found = []
        self.gaps()
        while not self.take(']'):
            found.append(self.value())  #: 420 pos, val = «parse_value(src, pos, parse_float)»
            self.gaps()
            if not self.take(','):
                if not self.take(']'):
                    raise self.error('Unclosed array')  #: 428 raise suffixed_err(src, pos, "Unclosed array")
                break
            self.gaps()
        return found

    def braces(self):  #: in tomllib/_parser.py parse_inline_table
        self.at += 1
        tables = _Tables()
        self.blanks()
        if self.take('}'):
            return tables.root
        while True:
            key, value = self.pair()  #: 445 pos, key, value = «parse_key_value_pair(src, pos, parse_float)»
            if tables.is_closed(key):
                raise self.error(f'Cannot mutate immutable namespace {key}')  #: 448 raise suffixed_err(src, pos, f"Cannot mutate immutable namespace {key}")
            try:
                table = tables.table(key[:-1], False)
            except KeyError:
                raise self.error('Cannot overwrite a value') from None
            if key[-1] in table:
                raise self.error(f'Duplicate inline table key {key[-1]!r}')  #: 454 raise suffixed_err(src, pos, f"Duplicate inline table key {key_stem!r}")
            table[key[-1]] = value
            self.blanks()
            if self.take('}'):
                return tables.root
            if not self.take(','):
                raise self.error('Unclosed inline table')  #: 461 raise suffixed_err(src, pos, "Unclosed inline table")
            if isinstance(value, (dict, list)):
                tables.closed.add(key)
            self.blanks()

    def literal(self):  #: in tomllib/_parser.py parse_literal_str
        self.at += 1
        text = self.until("'", _CONTROLS)  #: 515 pos = «skip_until(⏎    src, pos, "'", error_on=ILLEGAL_LITERAL_STR_CHARS, error_on_eof=True⏎)»
        self.at += 1
        return text

    def string(self):  #: in tomllib/_parser.py parse_one_line_basic_str
        self.at += 1
        return self.basic()  #: 409 return «parse_basic_str(src, pos, multiline=False)»

    def basic(self, many=False):  #: in tomllib/_parser.py parse_basic_str
        """Up to its end; `many`: of several lines."""
        parts, end = [], '"""' if many else '"'
        while not self.take(end):
            c = self.next()
            if not c:
                raise self.error('Unterminated string')  #: 565 raise suffixed_err(src, pos, "Unterminated string") from None
            if c < ' ' and c not in ('\t\n' if many else '\t') or c == '\x7f':
                raise self.error(f'Illegal character {c!r}')  #: 580 raise suffixed_err(src, pos, f"Illegal character {char!r}")
            if c == '\\':
                c = self.escape_of_lines() if many else self.escape()  #: 575 pos, parsed_escape = «parse_escapes(src, pos)»
            else:
                self.at += 1
            parts.append(c)
        return ''.join(parts)

    def escape(self, many=False):  #: in tomllib/_parser.py parse_basic_str_escape
        start = self.at
        c = self.text[start + 1:start + 2]
        self.at += 2
        if many and c and c in ' \t\n':
            self.at -= 1
            self.blanks()
            if not self.take('\n'):
                raise self.error("Unescaped '\\' in a string", start + 2)
            self.blanks('\n')
            return ''
        if c == 'u':
            return self.hexadecimal(4)  #: 488 return «parse_hex_char(src, pos, 4)»
        if c == 'U':
            return self.hexadecimal(8)
        if c in _ESCAPES and c:
            return _ESCAPES[c]
        raise self.error("Unescaped '\\' in a string" if c else 'Unterminated string')  #: 494 raise suffixed_err(src, pos, "Unescaped '\\' in a string") from None

    def escape_of_lines(self):  #: in tomllib/_parser.py parse_basic_str_escape_multiline
        return self.escape(True)  #: 498 return «parse_basic_str_escape(src, pos, multiline=True)»

    def hexadecimal(self, size):  #: in tomllib/_parser.py parse_hex_char
        digits = self.text[self.at:self.at + size]
        if len(digits) != size or not _re.fullmatch('[0-9A-Fa-f]+', digits):
            raise self.error('Invalid hex value')  #: 504 raise suffixed_err(src, pos, "Invalid hex value")
        self.at += size
        number = int(digits, 16)
        if 0xd800 <= number < 0xe000 or number > 0x10ffff:
            raise self.error('Escaped character is not a Unicode scalar value')  #: 508 raise suffixed_err(src, pos, "Escaped character is not a Unicode scalar value")
        return chr(number)

    def multiline(self, quote):  #: in tomllib/_parser.py parse_multiline_str
        self.take('\n')
        if quote == '"':
            text = self.basic(True)  #: 539 pos, result = «parse_basic_str(src, pos, multiline=True)»
        else:
            text = self.until("'''", _CONTROLS_OF_LINES)  #: 528 end_pos = «skip_until(⏎    src,⏎    pos,⏎    "'''",⏎    error_on=ILLEGAL_MULTILINE_LITERAL_STR_CHARS,⏎    error_on_eof=True,⏎)»
            self.at += 3
        for _ in range(2):
            if self.take(quote):
                text += quote
        return text


TOMLDecodeError.__module__ = 'tomllib'
