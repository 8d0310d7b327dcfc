"""json's reading half."""
__all__ = ['JSONDecoder', 'JSONDecodeError']

_UNESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}
# By their first characters.
_WORDS = {'n': ('null', None), 't': ('true', True), 'f': ('false', False)}
_CONSTANTS = {'N': 'NaN', 'I': 'Infinity', '-': '-Infinity'}


class JSONDecodeError(ValueError):
    """Text that is no JSON."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


class _Whitespace:
    """Whitespace from a place on, as a match of it."""
    __slots__ = ('_end',)

    def __init__(self, s, at):
        self._end = _space(s, at)

    def end(self):
        return self._end


class JSONDecoder:
    """Makes objects of JSON."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or {'NaN': float('nan'), 'Infinity': float('inf'),
                                                 '-Infinity': float('-inf')}.__getitem__

    def decode(self, s, _w=_Whitespace):
        obj, end = self.raw_decode(s, idx=_w(s, 0).end())  #: 344
        end = _w(s, end).end()  #: 345
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)  #: 347
        return obj

    def raw_decode(self, s, idx=0):
        try:
            obj, end = self.scan_once(s, idx)  #: 360
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None  #: 362
        return obj, end

    def scan_once(self, s, idx):  #: -
        """The value that begins there, and its end; StopIteration with the place where there should be one."""
        if idx < 0:
            raise ValueError('idx cannot be negative')
        return self._value(s, idx)

    def _value(self, s, at):  #: -
        c = s[at:at + 1]
        if c == '"':
            return self._string(s, at + 1)
        if c == '{':
            return self._object(s, at + 1)
        if c == '[':
            return self._array(s, at + 1)
        if c in _WORDS:
            word, value = _WORDS[c]
            if s.startswith(word, at):
                return value, at + len(word)
        elif c in _CONSTANTS and s.startswith(_CONSTANTS[c], at):
            return self.parse_constant(_CONSTANTS[c]), at + len(_CONSTANTS[c])
        return self._number(s, at)

    def _number(self, s, at):  #: -
        end = at + (s[at:at + 1] == '-')
        if s[end:end + 1] == '0':
            end += 1
        else:
            start = end
            end = _digits(s, end)
            if end == start:
                raise StopIteration(at)
        whole, is_float = end, False
        if s[end:end + 1] == '.' and _digits(s, end + 1) > end + 1:
            end, is_float = _digits(s, end + 1), True
        if s[end:end + 1] in ('e', 'E') and end < len(s):
            start = end + 1 + (s[end + 1:end + 2] in ('+', '-') and end + 1 < len(s))
            if _digits(s, start) > start:
                end, is_float = _digits(s, start), True
        text = s[at:end]
        return (self.parse_float if is_float else self.parse_int)(text), end

    def _string(self, s, at):  #: -
        begin, parts = at - 1, []
        while True:
            quote = s.find('"', at)
            # Not further than the quote: what follows may be long.
            slash = s.find('\\', at, quote if quote >= 0 else len(s))
            if quote < 0 and slash < 0:
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            end = quote if slash < 0 else slash
            piece = s[at:end]
            if self.strict and not piece.isprintable():
                for offset, c in enumerate(piece):
                    if c < ' ':
                        raise JSONDecodeError('Invalid control character at', s, at + offset)
            parts.append(piece)
            if end == quote:
                return ''.join(parts), end + 1
            escape = s[end + 1:end + 2]
            if not escape:
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            if escape != 'u':
                if escape not in _UNESCAPES:
                    raise JSONDecodeError('Invalid \\escape', s, end)
                parts.append(_UNESCAPES[escape])
                at = end + 2
                continue
            code = _hex(s, end + 2)
            at = end + 6
            if 0xd800 <= code < 0xdc00 and s.startswith('\\u', at):
                low = _hex(s, at + 2)
                if 0xdc00 <= low < 0xe000:
                    code = 0x10000 + ((code - 0xd800) << 10 | low - 0xdc00)
                    at += 6
            parts.append(chr(code))

    def _array(self, s, at):  #: -
        values = []
        at = _space(s, at)
        if s[at:at + 1] == ']':
            return values, at + 1
        while True:
            value, at = self._value(s, at)
            values.append(value)
            at = _space(s, at)
            c = s[at:at + 1]
            if c == ']':
                return values, at + 1
            if c != ',':
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _space(s, at + 1)
            if s[at:at + 1] == ']':
                raise JSONDecodeError('Illegal trailing comma before end of array', s, comma)

    def _object(self, s, at):  #: -
        pairs = []
        at = _space(s, at)
        if s[at:at + 1] == '}':
            at += 1
        else:
            if s[at:at + 1] != '"':
                raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
            while True:
                key, at = self._string(s, at + 1)
                at = _space(s, at)
                if s[at:at + 1] != ':':
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self._value(s, _space(s, at + 1))
                pairs.append((key, value))
                at = _space(s, at)
                c = s[at:at + 1]
                if c == '}':
                    at += 1
                    break
                if c != ',':
                    raise JSONDecodeError("Expecting ',' delimiter", s, at)
                comma = at
                at = _space(s, at + 1)
                if s[at:at + 1] != '"':
                    if s[at:at + 1] == '}':
                        raise JSONDecodeError('Illegal trailing comma before end of object', s, comma)
                    raise JSONDecodeError('Expecting property name enclosed in double quotes', s, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at
        found = dict(pairs)
        return (found if self.object_hook is None else self.object_hook(found)), at


def _space(s, at):
    while s[at:at + 1] in (' ', '\t', '\n', '\r') and at < len(s):
        at += 1
    return at


def _digits(s, at):
    while at < len(s) and s[at] in '0123456789':
        at += 1
    return at


def _hex(s, at):  #: -
    text = s[at:at + 4]
    if len(text) == 4 and all(c in '0123456789abcdefABCDEF' for c in text):
        return int(text, 16)
    raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1)
