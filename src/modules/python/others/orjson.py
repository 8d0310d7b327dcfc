"""JSON as bytes, with more types than json takes."""
import dataclasses as _dataclasses
import datetime as _datetime
import enum as _enum
import json as _json
import math as _math
import uuid as _uuid
from json import JSONDecodeError

__version__ = '3.11.4'
__all__ = ('__version__', 'dumps', 'Fragment', 'JSONDecodeError', 'JSONEncodeError', 'loads', 'OPT_APPEND_NEWLINE',
           'OPT_INDENT_2', 'OPT_NAIVE_UTC', 'OPT_NON_STR_KEYS', 'OPT_OMIT_MICROSECONDS', 'OPT_PASSTHROUGH_DATACLASS',
           'OPT_PASSTHROUGH_DATETIME', 'OPT_PASSTHROUGH_SUBCLASS', 'OPT_SERIALIZE_DATACLASS', 'OPT_SERIALIZE_NUMPY',
           'OPT_SERIALIZE_UUID', 'OPT_SORT_KEYS', 'OPT_STRICT_INTEGER', 'OPT_UTC_Z')
OPT_INDENT_2, OPT_NAIVE_UTC, OPT_NON_STR_KEYS, OPT_OMIT_MICROSECONDS = 1, 2, 4, 8
OPT_SERIALIZE_NUMPY, OPT_SORT_KEYS, OPT_STRICT_INTEGER, OPT_UTC_Z = 16, 32, 64, 128
OPT_PASSTHROUGH_SUBCLASS, OPT_PASSTHROUGH_DATETIME, OPT_APPEND_NEWLINE, OPT_PASSTHROUGH_DATACLASS = 256, 512, 1024, 2048
OPT_SERIALIZE_DATACLASS = OPT_SERIALIZE_UUID = 0
JSONEncodeError = TypeError


class Fragment:
    """JSON that is there already."""

    def __init__(self, contents):
        self.contents = contents


def loads(obj, /):
    if isinstance(obj, (bytes, bytearray, memoryview)):
        try:
            obj = bytes(obj).decode()
        except UnicodeDecodeError:
            raise JSONDecodeError('str is not valid UTF-8: surrogates not allowed', '', 0) from None
    elif not isinstance(obj, str):
        raise JSONDecodeError('Input must be bytes, bytearray, memoryview, or str', '', 0)
    if not obj:
        raise JSONDecodeError('Input is a zero-length, empty document', '', 0)

    def constant(name):
        raise JSONDecodeError('unexpected character', obj, max(obj.find(name), 0))
    return _json.loads(obj, parse_constant=constant)


def dumps(obj, /, default=None, option=None):
    return _Encoder(default, option or 0).encode(obj)


class _Encoder:
    def __init__(self, default, option):
        self.default, self.option = default, option

    def encode(self, obj):
        text = self._value(obj, 0, 0)
        return (text + '\n' if self.option & OPT_APPEND_NEWLINE else text).encode()

    def _string(self, text):
        try:
            text.encode()
        except UnicodeEncodeError:
            raise TypeError('str is not valid UTF-8: surrogates not allowed') from None
        return _json.dumps(text, ensure_ascii=False)

    def _value(self, obj, depth, defaults):
        kind = type(obj)
        if kind is str:
            return self._string(obj)
        if obj is None or obj is True or obj is False:
            return {None: 'null', True: 'true', False: 'false'}[obj]
        if kind is int:
            return self._integer(obj)
        if kind is float:
            return self._float(obj)
        if kind is dict:
            return self._object(obj.items(), depth, defaults)
        if kind in (list, tuple):
            return self._array(obj, depth, defaults)
        if isinstance(obj, _enum.Enum):
            return self._value(obj.value, depth, defaults)
        if not self.option & OPT_PASSTHROUGH_SUBCLASS:
            if isinstance(obj, str):
                return self._string(str.__str__(obj))
            if isinstance(obj, int):
                return self._integer(int(obj))
            if isinstance(obj, dict):
                return self._object(obj.items(), depth, defaults)
            if isinstance(obj, list):
                return self._array(obj, depth, defaults)
        if isinstance(obj, Fragment):
            given = obj.contents
            return given.decode() if isinstance(given, bytes) else given
        if not self.option & OPT_PASSTHROUGH_DATETIME and kind in (_datetime.datetime, _datetime.date, _datetime.time):
            return f'"{self._moment(obj)}"'
        if kind is _uuid.UUID:
            return f'"{obj}"'
        if _dataclasses.is_dataclass(kind) and not self.option & OPT_PASSTHROUGH_DATACLASS:
            fields = [(field.name, getattr(obj, field.name)) for field in _dataclasses.fields(obj)
                      if field.name[0] != '_']
            return self._object(fields, depth, defaults, fields=True)
        if self.default is None:
            raise TypeError(f'Type is not JSON serializable: {kind.__name__}')
        if defaults > 253:
            raise TypeError('default serializer exceeds recursion limit')
        try:
            more = self.default(obj)
        except Exception as e:
            raise TypeError(f'Type is not JSON serializable: {kind.__name__}') from e
        return self._value(more, depth, defaults + 1)

    def _integer(self, number):
        if self.option & OPT_STRICT_INTEGER and abs(number) > 9007199254740991:
            raise TypeError('Integer exceeds 53-bit range')
        if not -1 << 63 <= number < 1 << 64:
            raise TypeError('Integer exceeds 64-bit range')
        return str(number)

    def _float(self, number):
        if not _math.isfinite(number):
            return 'null'
        text = repr(number)
        mantissa, e, exponent = text.partition('e')
        if not e:
            return text
        if exponent == '-05':
            sign = '-' if number < 0 else ''
            return f'{sign}0.0000{mantissa.strip("-").replace(".", "")}'
        return f'{mantissa}e{int(exponent):+}' if exponent[0] == '+' else f'{mantissa}e{int(exponent)}'

    def _moment(self, moment):
        if isinstance(moment, _datetime.time):
            if moment.tzinfo is not None:
                raise TypeError('datetime.time must not have tzinfo set')
        elif not isinstance(moment, _datetime.datetime):
            return moment.isoformat()
        elif moment.tzinfo is None and self.option & OPT_NAIVE_UTC:
            moment = moment.replace(tzinfo=_datetime.timezone.utc)
        if self.option & OPT_OMIT_MICROSECONDS:
            moment = moment.replace(microsecond=0)
        text = moment.isoformat()
        return text[:-6] + 'Z' if self.option & OPT_UTC_Z and text.endswith('+00:00') else text

    def _key(self, key):
        if type(key) is str or isinstance(key, str) and not self.option & OPT_PASSTHROUGH_SUBCLASS:
            return self._string(str.__str__(key))
        if not self.option & OPT_NON_STR_KEYS:
            raise TypeError('Dict key must be str')
        if isinstance(key, _enum.Enum):
            return self._key(key.value)
        if key is None or isinstance(key, (bool, int, float, _datetime.datetime, _datetime.date, _datetime.time,
                                           _uuid.UUID)):
            text = self._value(key, 0, 0)
            return text if text[0] == '"' else f'"{text}"'
        raise TypeError('Dict key must a type serializable with OPT_NON_STR_KEYS')

    def _object(self, items, depth, defaults, fields=False):
        pairs = [(self._key(key), value) for key, value in items]
        if self.option & OPT_SORT_KEYS and not fields:
            pairs.sort(key=lambda pair: pair[0])
        colon = ': ' if self.option & OPT_INDENT_2 else ':'
        return self._joined('{', [key + colon + self._value(value, depth + 1, defaults) for key, value in pairs], '}',
                            depth)

    def _array(self, values, depth, defaults):
        return self._joined('[', [self._value(value, depth + 1, defaults) for value in values], ']', depth)

    def _joined(self, start, parts, end, depth):
        if depth > 253:
            raise TypeError('Recursion limit reached')
        if not self.option & OPT_INDENT_2 or not parts:
            return start + ','.join(parts) + end
        indent = '\n' + '  ' * (depth + 1)
        return start + indent + (',' + indent).join(parts) + '\n' + '  ' * depth + end
