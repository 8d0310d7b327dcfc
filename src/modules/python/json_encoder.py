"""json's writing half."""
__all__ = ['JSONEncoder']
INFINITY = float('inf')

_ESCAPES = {'"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\f': '\\f', '\b': '\\b'}


def _quote(text, ascii_only):
    if type(text) is not str:
        # An enum's member, say: its text, not what it shows as.
        text = str.__str__(text)
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
        raise TypeError(f'Object of type {o.__class__.__name__} '  #: 180
                        f'is not JSON serializable')  #: 181

    def encode(self, o):
        chunks = self.iterencode(o, _one_shot=True)  #: 200
        return ''.join(chunks)

    def iterencode(self, o, _one_shot=False):
        _iterencode = self._parts
        return _iterencode(o, 0)  #: 261

    def _parts(self, o, depth):  #: -
        parts = []
        self._write(o, parts, depth, [])
        return iter(parts)

    def _float(self, value):  #: -
        if value != value:
            text = 'NaN'
        elif value in (float('inf'), float('-inf')):
            text = 'Infinity' if value > 0 else '-Infinity'
        else:
            return float.__repr__(value)
        if not self.allow_nan:
            raise ValueError(f'Out of range float values are not JSON compliant: {value!r}')
        return text

    def _key(self, key):  #: -
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

    def _write(self, o, parts, depth, above):  #: -
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

    def _enter(self, o, above):  #: -
        if self.check_circular and any(o is other for other in above):
            raise ValueError('Circular reference detected')
        above.append(o)

    def _container(self, o, parts, depth, above):  #: -
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
