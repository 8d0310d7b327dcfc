"""JSON."""
__path__ = []
__version__ = '2.0.9'
__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']


class JSONDecodeError(ValueError):
    """Text that is no JSON."""
    __module__ = 'json.decoder'

    def __init__(self, msg, doc, pos):
        lineno = doc.count('\n', 0, pos) + 1
        colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {lineno} column {colno} (char {pos})')
        self.msg, self.doc, self.pos, self.lineno, self.colno = msg, doc, pos, lineno, colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b'}
_UNESCAPES = {'"': '"', '\\': '\\', '/': '/', 'b': '\b', 'f': '\f', 'n': '\n', 'r': '\r', 't': '\t'}


def _quote(text, ascii_only):
    if text.isascii() and text.isprintable() and '"' not in text and '\\' not in text:
        return f'"{text}"'
    parts = ['"']
    for c in text:
        code = ord(c)
        if c in _ESCAPES:
            parts.append(_ESCAPES[c])
        elif code < 32 or ascii_only and 127 <= code < 0x10000:
            parts.append(f'\\u{code:04x}')
        elif ascii_only and code >= 0x10000:
            code -= 0x10000
            parts.append(f'\\u{0xd800 | code >> 10:04x}\\u{0xdc00 | code & 0x3ff:04x}')
        else:
            parts.append(c)
    parts.append('"')
    return ''.join(parts)


class JSONEncoder:
    """Makes JSON of objects."""
    item_separator, key_separator = ', ', ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys = allow_nan, sort_keys
        self.indent = ' ' * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ','
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        return ''.join(self.iterencode(o))

    def iterencode(self, o, _one_shot=False):
        parts = []
        self._write(o, parts, 0, [])
        return iter(parts)

    def _float(self, value):
        if value != value:
            text = 'NaN'
        elif value in (float('inf'), float('-inf')):
            text = 'Infinity' if value > 0 else '-Infinity'
        else:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError(f'Out of range float values are not JSON compliant: {value!r}')
        return text

    def _key(self, key):
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True or key is False or key is None:
            return {True: 'true', False: 'false', None: 'null'}[key]
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f'keys must be str, int, float, bool or None, not {key.__class__.__name__}')

    def _write(self, o, parts, depth, above):
        if isinstance(o, str):
            parts.append(_quote(o, self.ensure_ascii))
        elif o is None:
            parts.append('null')
        elif o is True:
            parts.append('true')
        elif o is False:
            parts.append('false')
        elif isinstance(o, int):
            parts.append(int.__repr__(o))
        elif isinstance(o, float):
            parts.append(self._float(o))
        elif isinstance(o, (list, tuple, dict)):
            self._container(o, parts, depth, above)
        else:
            self._enter(o, above)
            self._write(self.default(o), parts, depth, above)
            above.pop()

    def _enter(self, o, above):
        if self.check_circular and any(o is other for other in above):
            raise ValueError('Circular reference detected')
        above.append(o)

    def _container(self, o, parts, depth, above):
        is_dict = isinstance(o, dict)
        if not o:
            parts.append('{}' if is_dict else '[]')
            return
        self._enter(o, above)
        parts.append('{' if is_dict else '[')
        if self.indent is None:
            before, between, after = '', self.item_separator, ''
        else:
            before = '\n' + self.indent * (depth + 1)
            between, after = self.item_separator + before, '\n' + self.indent * depth
        first = True
        if is_dict:
            pairs = sorted(o.items()) if self.sort_keys else o.items()
            for key, value in pairs:
                name = self._key(key)
                if name is None:
                    continue
                parts.append((before if first else between) + _quote(name, self.ensure_ascii) + self.key_separator)
                first = False
                self._write(value, parts, depth + 1, above)
        else:
            for value in o:
                parts.append(before if first else between)
                first = False
                self._write(value, parts, depth + 1, above)
        parts.append((after if not first else '') + ('}' if is_dict else ']'))
        above.pop()


class JSONDecoder:
    """Makes objects of JSON."""

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook, self.strict = object_hook, object_pairs_hook, strict
        self.parse_float, self.parse_int = parse_float or float, parse_int or int
        self.parse_constant = parse_constant or {'NaN': float('nan'), 'Infinity': float('inf'),
                                                 '-Infinity': float('-inf')}.__getitem__

    def decode(self, s):
        value, end = self.raw_decode(s, _space(s, 0))
        end = _space(s, end)
        if end != len(s):
            raise JSONDecodeError('Extra data', s, end)
        return value

    def raw_decode(self, s, idx=0):
        if idx < 0:
            raise ValueError('idx cannot be negative')
        return self._value(s, idx)

    def _value(self, s, at):
        c = s[at:at + 1]
        if c == '"':
            return self._string(s, at + 1)
        if c == '{':
            return self._object(s, at + 1)
        if c == '[':
            return self._array(s, at + 1)
        for word, value in (('null', None), ('true', True), ('false', False)):
            if s.startswith(word, at):
                return value, at + len(word)
        for word in ('NaN', 'Infinity', '-Infinity'):
            if s.startswith(word, at):
                return self.parse_constant(word), at + len(word)
        return self._number(s, at)

    def _number(self, s, at):
        end = at + (s[at:at + 1] == '-')
        if s[end:end + 1] == '0':
            end += 1
        else:
            start = end
            end = _digits(s, end)
            if end == start:
                raise JSONDecodeError('Expecting value', s, at)
        whole, is_float = end, False
        if s[end:end + 1] == '.' and _digits(s, end + 1) > end + 1:
            end, is_float = _digits(s, end + 1), True
        if s[end:end + 1] in ('e', 'E') and end < len(s):
            start = end + 1 + (s[end + 1:end + 2] in ('+', '-') and end + 1 < len(s))
            if _digits(s, start) > start:
                end, is_float = _digits(s, start), True
        text = s[at:end]
        return (self.parse_float if is_float else self.parse_int)(text), end

    def _string(self, s, at):
        begin, parts = at - 1, []
        while True:
            quote, slash = s.find('"', at), s.find('\\', at)
            if quote < 0 and slash < 0:
                raise JSONDecodeError('Unterminated string starting at', s, begin)
            end = quote if slash < 0 or 0 <= quote < slash else slash
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

    def _array(self, s, at):
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

    def _object(self, s, at):
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


def _hex(s, at):
    text = s[at:at + 4]
    if len(text) == 4 and all(c in '0123456789abcdefABCDEF' for c in text):
        return int(text, 16)
    raise JSONDecodeError('Invalid \\uXXXX escape', s, at - 1)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    """An object as JSON."""
    return (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                allow_nan=allow_nan, indent=indent, separators=separators, default=default,
                                sort_keys=sort_keys, **kw).encode(obj)


def dump(obj, fp, **kw):
    """Writes an object as JSON."""
    for chunk in (kw.pop('cls', None) or JSONEncoder)(**kw).iterencode(obj):
        fp.write(chunk)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    """The object of a JSON text."""
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode('utf-8')
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    return (cls or JSONDecoder)(object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                                parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw).decode(s)


def load(fp, **kw):
    """The object of a JSON file."""
    return loads(fp.read(), **kw)
