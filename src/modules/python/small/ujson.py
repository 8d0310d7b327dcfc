"""JSON without spaces."""
import json as _json
import re as _re
from math import isfinite as _isfinite

__version__ = '6.1.0'
_ESCAPED = {'"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t'}
_CONTROLS, _BEYOND_ASCII = r'"\\\x00-\x1f', r'\x80-\U0010ffff'
_DEEPEST = 1024
_UNICODE = _re.compile(r'[0-9a-fA-F]{4}')
_NUMBER = _re.compile(r'-?\d*(\.\d*)?([eE][-+]?\d+)?')
_NO_BRACKETS = _re.compile(r'"(?:[^"\\]|\\.)*"|[^][{}"]+', _re.DOTALL)
_SPACES = _re.compile(r'[ \t\r\n]*')
_WORDS = {'true': True, 'false': False, 'null': None, 'NaN': float('nan'), 'Infinity': float('inf'), '-Infinity': -float('inf')}
_CONSTANTS = {None: 'null', True: 'true', False: 'false'}
_TAKEN = ('obj', 'ensure_ascii', 'encode_html_chars', 'escape_forward_slashes', 'sort_keys', 'indent', 'allow_nan', 'reject_bytes',
          'default', 'separators')


class JSONDecodeError(ValueError):
    """A text that is no JSON."""


JSONDecodeError.__module__ = 'ujson'


class _Writer:
    """Writes values as they are asked for."""

    def __init__(self, ensure_ascii, encode_html_chars, escape_forward_slashes, sort_keys, indent, allow_nan, reject_bytes,
                 default, separators):
        self.sort_keys, self.indent, self.allow_nan = sort_keys, max(0, indent), allow_nan
        self.reject_bytes, self.default = reject_bytes, default
        self.comma, self.colon = separators or (',', ': ' if indent > 0 else ':')
        escaped = _CONTROLS + (_BEYOND_ASCII if ensure_ascii else '') + ('/' if escape_forward_slashes else '')
        self.escaped = _re.compile(f'[{escaped}{"<>&" if encode_html_chars else ""}]')

    def string(self, text):
        return f'"{self.escaped.sub(self._escape, text)}"'

    def _escape(self, match):
        character = match.group()
        if character in _ESCAPED:
            return _ESCAPED[character]
        if character == '/':
            return '\\/'
        code = ord(character)
        if code > 0xffff:
            code -= 0x10000
            return f'\\u{0xd800 + (code >> 10):04x}\\u{0xdc00 + (code & 0x3ff):04x}'
        return f'\\u{code:04x}'

    def number(self, value):
        if _isfinite(value):
            return _re.sub(r'e([-+])0*', r'e\1', repr(float(value)))
        if not self.allow_nan:
            raise OverflowError('Invalid value when encoding double')
        return 'NaN' if value != value else 'Infinity' if value > 0 else '-Infinity'

    def bytes(self, value):
        if self.reject_bytes:
            raise TypeError(f'{value!r} is not JSON serializable')
        return self.string(value.decode())

    def value(self, value, depth=0):
        if depth > _DEEPEST:
            raise OverflowError('Maximum recursion level reached')
        if value is None or value is True or value is False:
            return _CONSTANTS[value]
        if isinstance(value, int):
            return int.__repr__(value)
        if isinstance(value, str):
            return self.string(value)
        if isinstance(value, float):
            return self.number(value)
        if isinstance(value, dict):
            return self.pairs(value, depth)
        if isinstance(value, (list, tuple)):
            return self.among('[', [self.value(one, depth + 1) for one in value], ']', depth)
        if isinstance(value, bytes):
            return self.bytes(value)
        if hasattr(value, 'toDict'):
            return self.value(value.toDict(), depth + 1)
        if hasattr(value, '__json__'):
            return value.__json__()
        if type(value).__name__ == 'Decimal':
            return self.number(float(value))
        if self.default is not None:
            return self.value(self.default(value), depth + 1)
        raise TypeError(f'{value!r} is not JSON serializable')

    def pairs(self, value, depth):
        written = []
        for key, one in [(key, value[key]) for key in sorted(value)] if self.sort_keys else value.items():
            if isinstance(key, bytes):
                name = self.string(key.decode())
            else:
                name = self.string(_CONSTANTS[key] if key is None or isinstance(key, bool) else str(key))
            written.append(f'{name}{self.colon}{self.value(one, depth + 1)}')
        return self.among('{', written, '}', depth)

    def among(self, before, items, behind, depth):
        if not self.indent or not items:
            return before + self.comma.join(items) + behind
        line = '\n' + ' ' * self.indent * (depth + 1)
        return before + line + (self.comma + line).join(items) + '\n' + ' ' * self.indent * depth + behind


def dumps(*args, **kwargs):
    """JSON of a value."""
    given = dict(zip(_TAKEN, args)) | kwargs
    for name in given:
        if name not in _TAKEN:
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
    if 'obj' not in given:
        raise TypeError("function missing required argument 'obj' (pos 1)")
    given = {'ensure_ascii': True, 'encode_html_chars': False, 'escape_forward_slashes': True, 'sort_keys': False, 'indent': 0,
             'allow_nan': True, 'reject_bytes': True, 'default': None, 'separators': None} | given
    value = given.pop('obj')
    try:
        return _Writer(**given).value(value)
    except RecursionError:
        if given['default'] is not None:
            raise TypeError('maximum recursion depth exceeded') from None
        raise OverflowError('Maximum recursion level reached') from None


def dump(obj, file, **kwargs):
    """Writes JSON of a value to a file."""
    if not hasattr(file, 'write'):
        raise TypeError('expected file')
    file.write(dumps(obj, **kwargs))


class _Reader:
    """Reads what strict readers of JSON refuse, and says what it cannot read."""

    def __init__(self, text):
        self.text, self.at = text, 0

    def spaces(self):
        self.at = _SPACES.match(self.text, self.at).end()
        return self.text[self.at:self.at + 1]

    def whole(self):
        value = self.value()
        if self.spaces():
            raise JSONDecodeError('Trailing data')
        return value

    def value(self):
        """A value; what it is in waits in a list, so that no depth is too deep for Python's own stack."""
        around = []
        while True:
            first = self.spaces()
            if first in ('[', '{'):
                if len(around) == _DEEPEST:
                    raise JSONDecodeError('Reached object decoding depth limit')
                value, closing = ([], ']') if first == '[' else ({}, '}')
                self.at += 1
                if self.spaces() != closing:
                    around.append([value, closing, None])
                    continue
                self.at += 1
            else:
                value = self.plain(first)
            while around and (value := self.held(around, value)) is not around:
                pass
            if not around:
                return value

    def held(self, around, value):
        """Puts a value where it belongs. What it is in, when that ends; `around`, when more of it comes."""
        innermost = around[-1]
        container, closing, key = innermost
        if closing == ']':
            container.append(value)
        elif key is None:
            if not isinstance(value, str):
                raise JSONDecodeError("Key name of object must be 'string' when decoding 'object'")
            if self.spaces() != ':':
                raise JSONDecodeError("No ':' found when decoding object value")
            self.at += 1
            innermost[2] = value
            return around
        else:
            container[key], innermost[2] = value, None
        after = self.spaces()
        if after not in (',', closing):
            raise JSONDecodeError('Unexpected character found when decoding array value (2)' if closing == ']'
                                  else 'Unexpected character in found when decoding object value')
        self.at += 1
        if after == closing:
            around.pop()
            return container
        if self.spaces() == closing:
            raise JSONDecodeError('Unexpected character found when decoding array value (1)' if closing == ']'
                                  else 'Unexpected character in found when decoding object value')
        return around

    def plain(self, first):
        """A value that holds no others."""
        if first == '"':
            return self.string()
        for word, value in _WORDS.items():
            if first == word[0] and (first != '-' or self.text.startswith('-I', self.at)):
                if not self.text.startswith(word, self.at):
                    raise JSONDecodeError(f"Unexpected character found when decoding '{word}'")
                self.at += len(word)
                return value
        if first.isdecimal() or first == '-':
            match = _NUMBER.match(self.text, self.at)
            self.at = match.end()
            written = match.group()
            return float(written) if match[1] or match[2] else int(written if written != '-' else 0)
        raise JSONDecodeError('Expected object or value')

    def string(self):
        start = self.at
        at = start + 1
        while self.text[at:at + 1] != '"':
            if at >= len(self.text):
                raise JSONDecodeError("Unmatched '\"' when decoding 'string'")
            if self.text[at] == '\\':
                at += 1
                escape = self.text[at:at + 1]
                if not escape:
                    raise JSONDecodeError("Unterminated escape sequence when decoding 'string'")
                if escape == 'u' and not _UNICODE.match(self.text, at + 1):
                    raise JSONDecodeError("Unexpected character in unicode escape sequence when decoding 'string'")
                if escape not in '"\\/bfnrtu':
                    raise JSONDecodeError("Unrecognized escape sequence when decoding 'string'")
            at += 1
        self.at = at + 1
        return _json.loads(self.text[start:self.at], strict=False)


def loads(obj):
    """The value of JSON."""
    if isinstance(obj, (bytes, bytearray)):
        obj = obj.decode()
    elif not isinstance(obj, str):
        raise TypeError('Expected string, bytes, or bytearray')
    try:
        value = _json.loads(obj, strict=False)
    except (ValueError, RecursionError):
        return _Reader(obj).whole()
    if _is_too_deep(obj):
        raise JSONDecodeError('Reached object decoding depth limit')
    return value


def _is_too_deep(text):
    """Whether more is in one another than may be, in a text that is JSON."""
    if text.count('[') + text.count('{') <= _DEEPEST:
        return False
    brackets = _NO_BRACKETS.sub('', text).replace('{', '[').replace('}', ']')
    for _ in range(_DEEPEST):
        brackets = brackets.replace('[]', '')
    return bool(brackets)


def load(file):
    """The value of JSON in a file."""
    if not hasattr(file, 'read'):
        raise TypeError('expected file')
    return loads(file.read())


encode, decode = dumps, loads
