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
        _iterencode = self._parts if _one_shot else _Pieces(self)._iterencode
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


class _Pieces:
    """What there is to be written, one piece after the other, while the object is being looked at."""

    def __init__(self, encoder):
        self._own, self._above = encoder, []

    def _plain(self, o):  #: -
        """The text of what has no parts; None: it has some."""
        if isinstance(o, str):
            return _quote(o, self._own.ensure_ascii)
        if o is None or o is True or o is False:
            return {None: 'null', True: 'true', False: 'false'}[o]
        if isinstance(o, int):
            return int.__repr__(o)
        return self._own._float(o) if isinstance(o, float) else None

    def _breaks(self, level):  #: -
        """What stands before the first part, between two, after the last."""
        own = self._own
        if own.indent is None:
            return '', own.item_separator, ''
        inner = '\n' + own.indent * (level + 1)
        return inner, own.item_separator + inner, '\n' + own.indent * level

    def _of(self, o, level):  #: -
        if isinstance(o, (list, tuple)):
            return self._iterencode_list(o, level)
        return self._iterencode_dict(o, level) if isinstance(o, dict) else self._iterencode(o, level)

    def _iterencode_list(self, o, level):
        if not o:
            yield '[]'
            return
        self._own._enter(o, self._above)
        before, between, after = self._breaks(level)
        before = '[' + before
        for value in o:
            text = self._plain(value)
            if text is not None:
                yield before + text
            else:
                yield before
                chunks = self._of(value, level + 1)
                yield from chunks  #: 326
            before = between
        if after:
            yield after
        yield ']'
        self._above.pop()

    def _iterencode_dict(self, o, level):
        if not o:
            yield '{}'
            return
        self._own._enter(o, self._above)
        before, between, after = self._breaks(level)
        yield '{'
        if before:
            yield before
        first = True
        for key, value in sorted(o.items()) if self._own.sort_keys else o.items():
            name = self._own._key(key)
            if name is None:
                continue
            if not first:
                yield between
            first = False
            yield _quote(name, self._own.ensure_ascii)
            yield self._own.key_separator
            text = self._plain(value)
            if text is not None:
                yield text
            else:
                chunks = self._of(value, level + 1)
                yield from chunks  #: 406
        if after:
            yield after
        yield '}'
        self._above.pop()

    def _iterencode(self, o, level):
        text = self._plain(o)
        if text is not None:
            yield text
        elif isinstance(o, (list, tuple)):
            yield from self._iterencode_list(o, level)  #: 430 yield from _iterencode_list(o, _current_indent_level)
        elif isinstance(o, dict):
            yield from self._iterencode_dict(o, level)  #: 432 yield from _iterencode_dict(o, _current_indent_level)
        else:
            self._own._enter(o, self._above)
            o = self._own.default(o)  #: 439 o = _default(o)
            yield from self._iterencode(o, level)  #: 440 yield from _iterencode(o, _current_indent_level)
            self._above.pop()
