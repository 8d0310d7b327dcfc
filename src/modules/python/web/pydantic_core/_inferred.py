"""How values are given out by their own kinds."""
import dataclasses
from collections import deque
from collections.abc import Generator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import PurePath
from re import Pattern
from uuid import UUID

from ._dates import iso, iso_duration
from ._errors import PydanticOmit, PydanticSerializationError, short, type_name
from ._undefined import MISSING, PydanticUndefined
from ._urls import _Base as _Url

_NAMES = ('by_alias', 'exclude_unset', 'exclude_defaults', 'exclude_none', 'round_trip', 'serialize_as_any', 'context', 'fallback',
          'exclude_computed_fields')


class _Unfit(Exception):
    pass


class Dump:
    """What holds for a whole dump."""

    def __init__(self, mode, options, serialize_unknown=False):
        self.mode, self.json = mode, mode == 'json'
        for name in _NAMES:
            setattr(self, name, options.get(name))
        self.unknown, self.check, self.told, self.busy = serialize_unknown, False, [], set()
        self.model = self.field = None
        self.timedelta, self.bytes, self.inf = options.get('timedelta', 'iso8601'), options.get('bytes', 'utf8'), 'null'
        self.temporal = 'iso8601'

    def unfit(self, expected, value):
        if self.check:
            raise _Unfit(expected)
        if value is not None:
            self.tell(expected, value)

    def tell(self, expected, value):
        name = f'field_name={self.field!r}, ' if self.field is not None else ''
        self.told.append(f'PydanticSerializationUnexpectedValue(Expected `{expected}` - serialized value may not be as expected '
                         f'[{name}input_value={short(repr(value))}, input_type={type_name(value)}])')


class Info:
    """What a function of the program learns about the dump that calls it."""

    def __init__(self, dump, include, exclude, field=None):
        self._dump, self.include, self.exclude = dump, include, exclude
        if field is not None:
            self.field_name = field

    mode = property(lambda self: self._dump.mode)
    context = property(lambda self: self._dump.context)

    def __getattr__(self, name):
        if name in _NAMES:
            return bool(getattr(self._dump, name))
        raise AttributeError(f"'pydantic_core._pydantic_core.SerializationInfo' object has no attribute {name!r}")

    def mode_is_json(self):
        return self._dump.json

    def __str__(self):
        return (f'SerializationInfo(include={self.include}, exclude={self.exclude}, context={self.context}, mode={self.mode!r}, '
                + ', '.join(f'{n}={getattr(self, n)}' for n in _NAMES[:5]) + f', serialize_as_any={self.serialize_as_any})')

    __repr__ = __str__


def chosen(key, include, exclude):
    """Whether a key is dumped, and what of it is included and excluded."""
    below_in = below_out = None
    if exclude is not None:
        if isinstance(exclude, dict):
            rule = exclude.get(key, PydanticUndefined)
            if '__all__' in exclude:
                every = exclude['__all__']
                rule = every if rule is PydanticUndefined or every in (True, ...) else _both(rule, every)
            if rule is True or rule is ...:
                return False, None, None
            if rule is not PydanticUndefined and rule is not False:
                below_out = rule
        elif key in exclude or '__all__' in exclude:
            return False, None, None
    if include is not None:
        if isinstance(include, dict):
            rule = include.get(key, PydanticUndefined)
            if '__all__' in include:
                every = include['__all__']
                rule = every if rule is PydanticUndefined else _both(rule, every)
            if rule is PydanticUndefined or rule is False:
                return False, None, None
            if rule is not True and rule is not ...:
                below_in = rule
        elif key not in include and '__all__' not in include:
            return False, None, None
    return True, below_in, below_out


def _both(one, other):
    if not isinstance(one, (dict, set)) or not isinstance(other, (dict, set)):
        return one
    as_dict = lambda rule: rule if isinstance(rule, dict) else dict.fromkeys(rule, True)
    one, other = as_dict(one), as_dict(other)
    return {key: _both(one[key], other[key]) if key in one and key in other else one.get(key, other.get(key))
            for key in {**one, **other}}


def _index(rule, at, size):
    """A rule for places that may be counted from the end."""
    if rule is None:
        return None
    if isinstance(rule, dict):
        return {key + size if isinstance(key, int) and key < 0 else key: value for key, value in rule.items()}
    return {key + size if isinstance(key, int) and key < 0 else key for key in rule}


class _Within:
    """Guards against what holds itself."""

    def __init__(self, dump, value):
        self.busy, self.mark = dump.busy, id(value)

    def __enter__(self):
        if self.mark in self.busy:
            raise ValueError('Circular reference detected (id repeated)')
        self.busy.add(self.mark)

    def __exit__(self, *args):
        self.busy.discard(self.mark)


def json_key(key, dump):
    if isinstance(key, Enum):
        key = key.value
    if type(key) is str:
        return key
    if key is None:
        return 'None'
    if isinstance(key, bool):
        return 'true' if key else 'false'
    if isinstance(key, tuple):
        return ','.join(json_key(each, dump) for each in key)
    found = infer(key, dump, None, None)
    if isinstance(found, (dict, list)):
        raise PydanticSerializationError(f'`{type(key).__name__}` not valid as object key')
    return found if isinstance(found, str) else str(found)


def _sequence(value, item, dump, include, exclude):
    if include is None and exclude is None:
        out = []
        for each in value:
            try:
                out.append(item(each, dump, None, None))
            except PydanticOmit:
                pass
        return out
    values, out = list(value), []
    include, exclude = _index(include, 0, len(values)), _index(exclude, 0, len(values))
    for n, each in enumerate(values):
        here, inner, outer = chosen(n, include, exclude)
        if here:
            out.append(item(each, dump, inner, outer))
    return out


def _mapping(value, key, item, dump, include, exclude):
    out = {}
    for name, each in value.items():
        here, inner, outer = chosen(name, include, exclude) if include is not None or exclude is not None else (True, None, None)
        if here:
            out[key(name, dump)] = item(each, dump, inner, outer)
    return out


def _same_key(key, dump):
    return json_key(key, dump) if dump.json else key


def _bytes(value, dump):
    if dump.bytes == 'base64':
        import base64
        return base64.urlsafe_b64encode(value).decode()
    if dump.bytes == 'hex':
        return bytes(value).hex()
    try:
        return bytes(value).decode()
    except UnicodeDecodeError as error:
        raise PydanticSerializationError(
            f'Error serializing to JSON: invalid utf-8 sequence of 1 bytes from index {error.start}') from None


def _delta(value, dump):
    return iso_duration(value) if dump.timedelta == 'iso8601' else value.total_seconds()


def infer(value, dump, include=None, exclude=None):
    """The dump of a value by its own kind."""
    kind = type(value)
    if kind is str or value is None or kind is int or kind is bool or kind is float:
        return value
    serializer = kind.__dict__.get('__pydantic_serializer__') if isinstance(kind, type) else None
    if serializer is None and hasattr(kind, '__pydantic_serializer__'):
        serializer = kind.__pydantic_serializer__
    if serializer is not None and hasattr(serializer, 'run'):
        check, dump.check = dump.check, False
        try:
            return serializer.run(value, dump, include, exclude)
        finally:
            dump.check = check
    if isinstance(value, Enum):
        return infer(value.value, dump) if dump.json else value
    if isinstance(value, dict):
        with _Within(dump, value):
            return _mapping(value, _same_key, infer, dump, include, exclude)
    if isinstance(value, (list, tuple, set, frozenset, deque)):
        with _Within(dump, value):
            out = _sequence(value, infer, dump, include, exclude)
        if dump.json or kind is list:
            return out
        if isinstance(value, tuple) and hasattr(value, '_fields'):
            return kind(*out)
        return (tuple if isinstance(value, tuple) else set if isinstance(value, set) else frozenset if isinstance(
            value, frozenset) else list if isinstance(value, list) else deque)(out)
    if isinstance(value, Generator) and dump.json:
        return [infer(each, dump) for each in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        with _Within(dump, value):
            return _mapping({f.name: getattr(value, f.name) for f in dataclasses.fields(value)}, _same_key, infer, dump, include, exclude)
    if not dump.json:
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, (bytes, bytearray)):
        return _bytes(value, dump)
    if isinstance(value, (datetime, time)):
        return iso(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return _delta(value, dump)
    if isinstance(value, (Decimal, UUID, PurePath, _Url, Fraction, complex)) or kind.__module__ == 'ipaddress':
        return _complex(value) if kind is complex else str(value)
    if isinstance(value, Pattern):
        return value.pattern
    if dump.fallback:
        return infer(dump.fallback(value), dump, include, exclude)
    if value is MISSING or dump.unknown:
        if dump.unknown:
            return _shown(value)
    if hasattr(kind, '_url') or hasattr(value, '_url'):
        return str(value)
    raise PydanticSerializationError(f'Unable to serialize unknown type: {kind}')


def _complex(value):
    text = str(value)
    return text[1:-1] if text[0] == '(' else text


def _shown(value):
    try:
        return str(value)
    except Exception:
        return f'<Unserializable {type(value).__name__} object>'
