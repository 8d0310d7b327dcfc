"""json's writing half."""
import _json

__all__ = ['JSONEncoder']
INFINITY = float('inf')
encode_basestring = c_encode_basestring = _json.encode_basestring
encode_basestring_ascii = c_encode_basestring_ascii = _json.encode_basestring_ascii


def _quote(text, ascii_only):
    return encode_basestring_ascii(text) if ascii_only else encode_basestring(text)


class JSONEncoder:
    """Makes JSON of objects."""
    item_separator, key_separator = ', ', ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys = allow_nan, sort_keys
        self.indent = indent
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
        indent = self.indent
        if indent is not None and not isinstance(indent, str):
            indent = ' ' * indent
        return _json.encode(o, self.default, self.ensure_ascii, indent, self.key_separator, self.item_separator,
                            self.sort_keys, self.skipkeys, self.allow_nan, self.check_circular),

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

    def _enter(self, o, above):  #: -
        if self.check_circular and any(o is other for other in above):
            raise ValueError('Circular reference detected')
        above.append(o)


class _Pieces:
    """What there is to be written, one piece after the other, while the object is being looked at."""

    def __init__(self, encoder):
        self._own, self._above, self._indent = encoder, [], encoder.indent
        if self._indent is not None and not isinstance(self._indent, str):
            self._indent = ' ' * self._indent

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
        indent, separator = self._indent, self._own.item_separator
        if indent is None:
            return '', separator, ''
        inner = '\n' + indent * (level + 1)
        return inner, separator + inner, '\n' + indent * level

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
            o = self._own.default(o)  #: 439 o = «_default(o)»
            yield from self._iterencode(o, level)  #: 440 yield from _iterencode(o, _current_indent_level)
            self._above.pop()
