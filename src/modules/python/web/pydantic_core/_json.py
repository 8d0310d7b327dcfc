"""JSON as serde and jiter write and read it."""
import json
import math

from ._errors import PydanticSerializationError

_UNBOUND = 'null'
_ESCAPES = json.encoder.encode_basestring


def _text(value):
    return _ESCAPES(value)


def _float(value):
    if not math.isfinite(value):
        if _UNBOUND == 'null':
            return 'null'
        text = 'NaN' if value != value else 'Infinity' if value > 0 else '-Infinity'
        return text if _UNBOUND == 'constants' else f'"{text}"'
    text = repr(value)
    if 'e' in text:
        mantissa, exponent = text.split('e')
        return f'{mantissa}e{int(exponent):+}'
    return text


def _written(value, pad, indent):
    kind = type(value)
    if kind is str:
        return _text(value)
    if value is None:
        return 'null'
    if kind is bool:
        return 'true' if value else 'false'
    if kind is int:
        return str(value)
    if kind is float:
        return _float(value)
    if kind is dict:
        if not value:
            return '{}'
        if indent is None:
            return '{' + ','.join([f'{_text(k)}:{_written(v, pad, None)}' for k, v in value.items()]) + '}'
        inner = pad + ' ' * indent
        return '{\n' + ',\n'.join([f'{inner}{_text(k)}: {_written(v, inner, indent)}' for k, v in value.items()]) + f'\n{pad}}}'
    if kind is list:
        if not value:
            return '[]'
        if indent is None:
            return '[' + ','.join([_written(each, pad, None) for each in value]) + ']'
        inner = pad + ' ' * indent
        return '[\n' + ',\n'.join([f'{inner}{_written(each, inner, indent)}' for each in value]) + f'\n{pad}]'
    if isinstance(value, str):
        return _text(str.__str__(value))
    if isinstance(value, int):
        return str(int(value))
    if isinstance(value, float):
        return _float(float(value))
    raise PydanticSerializationError(f'Unable to serialize unknown type: {kind}')


def to_json(value, indent=None, ensure_ascii=False, inf_nan='null'):
    global _UNBOUND
    _UNBOUND = inf_nan
    text = _written(value, '', indent)
    if ensure_ascii:
        text = ''.join(c if c < '\x7f' else json.dumps(c)[1:-1] for c in text)
    return text.encode()


class Bad(ValueError):
    pass


_NEXT = json.JSONDecoder()
_BLANK = ' \t\n\r'


class _Reader:
    def __init__(self, text):
        self.text, self.at = text, 0

    def bad(self, words, at=None):
        at = self.at if at is None else at
        before = self.text[:at]
        line = before.count('\n') + 1
        column = at - (before.rfind('\n') + 1)
        raise Bad(f'{words} at line {line} column {column}')

    def skip(self):
        text, at = self.text, self.at
        while at < len(text) and text[at] in _BLANK:
            at += 1
        self.at = at
        return text[at] if at < len(text) else ''

    def value(self):
        c = self.skip()
        if c == '{':
            return self.object()
        if c == '[':
            return self.array()
        if c == '"':
            return self.string()
        if c == '':
            self.bad('EOF while parsing a value')
        for word, value in (('true', True), ('false', False), ('null', None), ('NaN', math.nan), ('Infinity', math.inf),
                            ('-Infinity', -math.inf)):
            if c == word[0] and (c != '-' or self.text.startswith('-I', self.at)):
                for n, letter in enumerate(word):
                    if self.at + n >= len(self.text):
                        self.bad('EOF while parsing a value', self.at + n)
                    if self.text[self.at + n] != letter:
                        self.bad('expected ident', self.at + n + 1)
                self.at += len(word)
                return value
        if c in '-0123456789':
            return self.number()
        self.bad('expected value', self.at + 1)

    def number(self):
        text, start = self.text, self.at
        at = start + (text[start] == '-')
        digits = at
        while at < len(text) and text[at] in '0123456789':
            at += 1
        if at == digits:
            self.bad('invalid number' if at < len(text) else 'EOF while parsing a value', min(at + 1, len(text)))
        if text[digits] == '0' and at - digits > 1:
            self.bad('invalid number', digits + 2)
        real = False
        if text[at:at + 1] == '.':
            real, first = True, at + 1
            at = first
            while at < len(text) and text[at] in '0123456789':
                at += 1
            if at == first:
                self.bad('invalid number' if at < len(text) else 'EOF while parsing a value', min(at + 1, len(text)))
        if text[at:at + 1] in ('e', 'E'):
            real = True
            at += 1
            if text[at:at + 1] in ('+', '-'):
                at += 1
            first = at
            while at < len(text) and text[at] in '0123456789':
                at += 1
            if at == first:
                self.bad('invalid number' if at < len(text) else 'EOF while parsing a value', min(at + 1, len(text)))
        self.at = at
        return float(text[start:at]) if real else int(text[start:at])

    def string(self):
        try:
            value, self.at = json.decoder.scanstring(self.text, self.at + 1, True)
            return value
        except json.JSONDecodeError as error:
            if error.msg.startswith('Unterminated'):
                self.bad('EOF while parsing a string', len(self.text))
            if error.msg.startswith('Invalid control'):
                self.bad('control character (\\u0000-\\u001F) found while parsing a string', error.pos + 1)
            place = error.pos + 2
        self.bad('invalid escape', place)

    def array(self):
        self.at += 1
        found = []
        if self.skip() == ']':
            self.at += 1
            return found
        while True:
            if found or self.text[self.at:]:
                pass
            if not self.skip():
                self.bad('EOF while parsing a list')
            found.append(self.value())
            c = self.skip()
            if c == ',':
                self.at += 1
                if self.skip() == ']':
                    self.bad('trailing comma', self.at + 1)
                if not self.skip():
                    self.bad('EOF while parsing a value')
            elif c == ']':
                self.at += 1
                return found
            elif not c:
                self.bad('EOF while parsing a list')
            else:
                self.bad('expected `,` or `]`', self.at + 1)

    def object(self):
        self.at += 1
        found = {}
        c = self.skip()
        if c == '}':
            self.at += 1
            return found
        while True:
            if not c:
                self.bad('EOF while parsing an object')
            if c != '"':
                self.bad('key must be a string', self.at + 1)
            key = self.string()
            c = self.skip()
            if not c:
                self.bad('EOF while parsing an object')
            if c != ':':
                self.bad('expected `:`', self.at + 1)
            self.at += 1
            found[key] = self.value()
            c = self.skip()
            if c == ',':
                self.at += 1
                c = self.skip()
                if c == '}':
                    self.bad('trailing comma', self.at + 1)
                if not c:
                    self.bad('EOF while parsing a value')
            elif c == '}':
                self.at += 1
                return found
            elif not c:
                self.bad('EOF while parsing an object')
            else:
                self.bad('expected `,` or `}`', self.at + 1)


def read(data):
    """A value of JSON; Bad says what is wrong with it and where."""
    if isinstance(data, (bytes, bytearray)):
        try:
            data = bytes(data).decode()
        except UnicodeDecodeError as error:
            _Reader(bytes(data).decode('latin-1')).value()
            raise Bad(f'invalid unicode code point at line 1 column {error.start + 1}') from None
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        pass
    reader = _Reader(data)
    value = reader.value()
    if reader.skip():
        reader.bad('trailing characters', reader.at + 1)
    return value


def from_json(data, *, allow_inf_nan=True, cache_strings=True, allow_partial=False):
    return read(data)
