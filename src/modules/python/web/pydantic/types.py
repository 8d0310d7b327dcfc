"""Types for fields."""
import dataclasses
import re
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Set, TypeVar
from uuid import UUID
import annotated_types
from pydantic_core import PydanticCustomError, PydanticOmit, PydanticUndefined, ValidationError, core_schema as cs
from .errors import PydanticUserError
from .fields import AllowInfNan, FailFast, PydanticGeneralMetadata, PydanticMetadata, Strict

from pydantic._secrets import Secret, SecretBytes, SecretStr
from pydantic._encoded import (Base64Bytes, Base64Encoder, Base64Str, Base64UrlBytes, Base64UrlEncoder, Base64UrlStr,
                               EncodedBytes, EncodedStr, EncoderProtocol)

StrictBool, StrictInt = Annotated[bool, Strict()], Annotated[int, Strict()]
PositiveInt, NegativeInt = Annotated[int, annotated_types.Gt(0)], Annotated[int, annotated_types.Lt(0)]
NonPositiveInt, NonNegativeInt = Annotated[int, annotated_types.Le(0)], Annotated[int, annotated_types.Ge(0)]
PositiveFloat, NegativeFloat = Annotated[float, annotated_types.Gt(0)], Annotated[float, annotated_types.Lt(0)]
NonPositiveFloat, NonNegativeFloat = Annotated[float, annotated_types.Le(0)], Annotated[float, annotated_types.Ge(0)]
StrictFloat, FiniteFloat = Annotated[float, Strict(True)], Annotated[float, AllowInfNan(False)]
StrictBytes, StrictStr = Annotated[bytes, Strict()], Annotated[str, Strict()]


def _general(**given):
    return PydanticGeneralMetadata({name: value for name, value in given.items()})


def _strict(value):
    return Strict(value) if value is not None else None


def _interval(gt, ge, lt, le):
    return annotated_types.Interval(gt=gt, ge=ge, lt=lt, le=le)


def conint(*, strict=None, gt=None, ge=None, lt=None, le=None, multiple_of=None):
    return Annotated[int, _strict(strict), _interval(gt, ge, lt, le), annotated_types.MultipleOf(multiple_of) if multiple_of is not None else None]


def confloat(*, strict=None, gt=None, ge=None, lt=None, le=None, multiple_of=None, allow_inf_nan=None):
    return Annotated[float, _strict(strict), _interval(gt, ge, lt, le), annotated_types.MultipleOf(multiple_of) if multiple_of is not None else None,
                     AllowInfNan(allow_inf_nan) if allow_inf_nan is not None else None]


def condecimal(*, strict=None, gt=None, ge=None, lt=None, le=None, multiple_of=None, max_digits=None, decimal_places=None, allow_inf_nan=None):
    return Annotated[Decimal, _strict(strict), _interval(gt, ge, lt, le), annotated_types.MultipleOf(multiple_of) if multiple_of is not None else None,
                     _general(max_digits=max_digits, decimal_places=decimal_places), AllowInfNan(allow_inf_nan) if allow_inf_nan is not None else None]


def condate(*, strict=None, gt=None, ge=None, lt=None, le=None):
    return Annotated[date, _strict(strict), _interval(gt, ge, lt, le)]


def conbytes(*, min_length=None, max_length=None, strict=None):
    return Annotated[bytes, _strict(strict), annotated_types.Len(min_length or 0, max_length)]


@dataclasses.dataclass(frozen=True)
class StringConstraints(annotated_types.GroupedMetadata):
    strip_whitespace: Any = None
    to_upper: Any = None
    to_lower: Any = None
    strict: Any = None
    min_length: Any = None
    max_length: Any = None
    pattern: Any = None
    ascii_only: Any = None

    def __iter__(self):
        if self.min_length is not None:
            yield annotated_types.MinLen(self.min_length)
        if self.max_length is not None:
            yield annotated_types.MaxLen(self.max_length)
        if self.strict is not None:
            yield Strict(self.strict)
        given = {name: getattr(self, name) for name in ('strip_whitespace', 'to_upper', 'to_lower', 'pattern', 'ascii_only')}
        if any(value is not None for value in given.values()):
            yield PydanticGeneralMetadata({name: value for name, value in given.items() if value is not None})


def constr(*, strip_whitespace=None, to_upper=None, to_lower=None, strict=None, min_length=None, max_length=None, pattern=None, ascii_only=None):
    return Annotated[str, StringConstraints(strip_whitespace=strip_whitespace, to_upper=to_upper, to_lower=to_lower, strict=strict,
                                            min_length=min_length, max_length=max_length, pattern=pattern, ascii_only=ascii_only)]


def conset(item_type, *, min_length=None, max_length=None):
    return Annotated[set[item_type], annotated_types.Len(min_length or 0, max_length)]


def confrozenset(item_type, *, min_length=None, max_length=None):
    return Annotated[frozenset[item_type], annotated_types.Len(min_length or 0, max_length)]


def conlist(item_type, *, min_length=None, max_length=None, unique_items=None):
    if unique_items is not None:
        raise PydanticUserError('`unique_items` is removed, use `Set` instead(this feature is discussed in '
                                'https://github.com/pydantic/pydantic-core/issues/296)', code='removed-kwargs')
    return Annotated[list[item_type], annotated_types.Len(min_length or 0, max_length)]


class _Own:
    """A type that annotates by itself: `Name[item]`."""

    def __class_getitem__(cls, item):
        return Annotated[item, cls()]


def _import(name):
    import importlib
    parts = name.strip().split(':')
    if len(parts) > 2:
        raise PydanticCustomError('import_error', f"Import strings should have at most one ':'; received {name!r}")
    path = parts[0]
    if not path:
        raise PydanticCustomError('import_error', f'Import strings should have a nonempty module name; received {name!r}')
    rest = parts[1] if len(parts) > 1 else None
    try:
        module = importlib.import_module(path)
    except ModuleNotFoundError as error:
        if '.' not in path:
            raise PydanticCustomError('import_error', 'Invalid python path: {error}', {'error': str(error)}) from error
        owner, last = path.rsplit('.', 1)
        try:
            module, rest = importlib.import_module(owner), last
        except ImportError as error:
            raise PydanticCustomError('import_error', 'Invalid python path: {error}', {'error': str(error)}) from error
    if not rest:
        return module
    for part in rest.split('.'):
        try:
            module = getattr(module, part)
        except AttributeError:
            raise PydanticCustomError('import_error', 'Invalid python path: {error}', {
                'error': f'cannot import name {rest!r} from {path.rpartition(".")[0] if len(parts) == 1 else path!r}' if len(parts) > 1
                else f"cannot import name {rest!r} from {path.rsplit('.', 1)[0]!r}"}) from None
    return module


class ImportString(_Own):
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        def imported(value):
            return _import(value) if isinstance(value, str) else value

        def dumped(value):
            if hasattr(value, '__module__') and hasattr(value, '__name__'):
                return f'{value.__module__}.{value.__name__}'
            return value.__name__ if hasattr(value, '__name__') else value

        dumps = cs.plain_serializer_function_ser_schema(dumped, when_used='json')
        if cls is source:
            return cs.no_info_plain_validator_function(imported, serialization=dumps)
        return cs.no_info_before_validator_function(imported, handler(source), serialization=dumps)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema, handler):
        return handler(cs.str_schema())

    def __repr__(self):
        return 'ImportString'


@dataclasses.dataclass
class UuidVersion:
    uuid_version: int

    def __get_pydantic_json_schema__(self, schema, handler):
        found = handler(schema)
        found.pop('anyOf', None)
        found['type'] = 'string'
        found['format'] = f'uuid{self.uuid_version}'
        return found

    def __get_pydantic_core_schema__(self, source, handler):
        schema = dict(handler(source))
        schema.pop('metadata', None)
        schema['version'] = self.uuid_version
        return schema

    def __hash__(self):
        return hash(self.uuid_version)


UUID1, UUID3, UUID4, UUID5, UUID6, UUID7, UUID8 = (Annotated[UUID, UuidVersion(n)] for n in (1, 3, 4, 5, 6, 7, 8))


@dataclasses.dataclass
class PathType:
    path_type: str

    def __get_pydantic_json_schema__(self, schema, handler):
        found = handler(schema)
        found.update(format={'file': 'file-path', 'dir': 'directory-path', 'new': 'path', 'socket': 'path'}[self.path_type], type='string')
        return found

    def __get_pydantic_core_schema__(self, source, handler):
        def check(path):
            kind = self.path_type
            if kind == 'file' and not path.is_file():
                raise PydanticCustomError('path_not_file', 'Path does not point to a file')
            if kind == 'dir' and not path.is_dir():
                raise PydanticCustomError('path_not_directory', 'Path does not point to a directory')
            if kind == 'new':
                if path.exists():
                    raise PydanticCustomError('path_exists', 'Path already exists')
                if not path.parent.exists():
                    raise PydanticCustomError('parent_does_not_exist', 'Parent directory does not exist')
            return path

        return cs.no_info_after_validator_function(check, handler(source))

    def __hash__(self):
        return hash(self.path_type)


FilePath, DirectoryPath, NewPath = (Annotated[Path, PathType(kind)] for kind in ('file', 'dir', 'new'))
SocketPath = Annotated[Path, PathType('socket')]


class Json(_Own):
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        return cs.json_schema(None if cls is source else handler(source))

    def __repr__(self):
        return 'Json'

    def __hash__(self):
        return hash(type(self))

    def __eq__(self, other):
        return type(other) is type(self)


class PaymentCardNumber(str):
    def __new__(cls, number):
        self = super().__new__(cls, number)
        if not number.isdigit():
            raise PydanticCustomError('payment_card_number_digits', 'Card number is not all digits')
        total = 0
        for n, digit in enumerate(map(int, reversed(number))):
            total += digit if n % 2 == 0 else digit * 2 - 9 * (digit > 4)
        if total % 10:
            raise PydanticCustomError('payment_card_number_luhn', 'Card number is not luhn valid')
        return self

    @property
    def masked(self):
        return f"{self[:6]}{'*' * (len(self) - 10)}{self[-4:]}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        return cs.no_info_after_validator_function(cls, cs.str_schema(min_length=12, max_length=19, strip_whitespace=True))


class ByteSize(int):
    _UNITS = {'b': 1, 'kb': 10**3, 'mb': 10**6, 'gb': 10**9, 'tb': 10**12, 'pb': 10**15, 'eb': 10**18, 'kib': 2**10, 'mib': 2**20, 'gib': 2**30,
              'tib': 2**40, 'pib': 2**50, 'eib': 2**60, 'bit': 1 / 8, 'kbit': 10**3 / 8, 'mbit': 10**6 / 8, 'gbit': 10**9 / 8, 'tbit': 10**12 / 8,
              'pbit': 10**15 / 8, 'ebit': 10**18 / 8, 'kibit': 2**10 / 8, 'mibit': 2**20 / 8, 'gibit': 2**30 / 8, 'tibit': 2**40 / 8,
              'pibit': 2**50 / 8, 'eibit': 2**60 / 8}
    _UNITS.update({name.lower()[0]: size for name, size in _UNITS.items() if len(name) == 2 and name[1] == 'b'})

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        def _validate(value):
            try:
                return cls(int(value))
            except ValueError:
                pass
            found = re.match(r'^\s*(\d*\.?\d+)\s*(\w+)?', str(value))
            if found is None:
                raise PydanticCustomError('byte_size', 'could not parse value and unit from byte string')
            number, unit = found.groups()
            factor = cls._UNITS.get((unit or 'b').lower())
            if factor is None:
                raise PydanticCustomError('byte_size_unit', 'could not interpret byte unit: {unit}', {'unit': unit})
            return cls(int(float(number) * factor))

        return cs.no_info_after_validator_function(_validate, cs.union_schema(
            [cs.str_schema(pattern=r'^\s*(\d*\.?\d+)\s*(\w+)?'), cs.int_schema(ge=0)], custom_error_type='byte_size',
            custom_error_message='could not parse value and unit from byte string'), serialization=cs.plain_serializer_function_ser_schema(int, return_schema=cs.int_schema(ge=0)))

    def human_readable(self, decimal=False, separator=''):
        divisor, units, last = (1000, ('B', 'KB', 'MB', 'GB', 'TB', 'PB'), 'EB') if decimal else (1024, ('B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'), 'EiB')
        number = float(self)
        for unit in units:
            if abs(number) < divisor:
                return f'{number:0.0f}{separator}{unit}' if unit == 'B' else f'{number:0.1f}{separator}{unit}'
            number /= divisor
        return f'{number:0.1f}{separator}{last}'

    def to(self, unit):
        try:
            return self / self._UNITS[unit.lower()]
        except KeyError:
            raise PydanticCustomError('byte_size_unit', 'Could not interpret byte unit: {unit}', {'unit': unit})


def _dated(name, kind, given):
    class Dated:
        @classmethod
        def __get_pydantic_core_schema__(cls, source, handler):
            if cls is source:
                return {'type': kind, **given}
            schema = dict(handler(source))
            schema.update(given)
            return schema

        def __repr__(self):
            return name

    Dated.__name__ = Dated.__qualname__ = name
    return Dated


class _Mark:
    def __class_getitem__(cls, item):
        return Annotated[item, cls()]


PastDate, FutureDate = _dated('PastDate', 'date', {'now_op': 'past'}), _dated('FutureDate', 'date', {'now_op': 'future'})
PastDatetime, FutureDatetime = _dated('PastDatetime', 'datetime', {'now_op': 'past'}), _dated('FutureDatetime', 'datetime', {'now_op': 'future'})
AwareDatetime, NaiveDatetime = _dated('AwareDatetime', 'datetime', {'tz_constraint': 'aware'}), _dated('NaiveDatetime', 'datetime', {'tz_constraint': 'naive'})


@dataclasses.dataclass(frozen=True)
class GetPydanticSchema:
    get_pydantic_core_schema: Any = None
    get_pydantic_json_schema: Any = None

    def __getattr__(self, item):
        found = {'__get_pydantic_core_schema__': 'get_pydantic_core_schema', '__get_pydantic_json_schema__': 'get_pydantic_json_schema'}.get(item)
        value = object.__getattribute__(self, found) if found else None
        if value is None:
            raise AttributeError(item)
        return value


@dataclasses.dataclass(frozen=True)
class Tag:
    tag: str

    def __get_pydantic_core_schema__(self, source, handler):
        schema = dict(handler(source))
        schema['metadata'] = {**(schema.get('metadata') or {}), 'pydantic_internal_union_tag_key': self.tag}
        return schema


@dataclasses.dataclass(frozen=True)
class Discriminator:
    discriminator: Any
    custom_error_type: Any = None
    custom_error_message: Any = None
    custom_error_context: Any = None

    def __get_pydantic_core_schema__(self, source, handler):
        schema = handler(source)
        if isinstance(self.discriminator, str):
            from ._tags import tagged
            return tagged(schema, self.discriminator)
        return self._convert(schema)

    def _convert(self, schema):
        from .version import version_short
        if schema['type'] == 'nullable':
            return dict(schema, schema=self._convert(schema['schema']))
        choices = schema['choices'] if schema['type'] == 'union' else [schema]
        found = {}
        for each in choices:
            each, tag = each if isinstance(each, tuple) else (each, None)
            tag = tag or (each.get('metadata') or {}).get('pydantic_internal_union_tag_key')
            if tag is None:
                raise PydanticUserError(f'`Tag` not provided for choice {each} used with `Discriminator`', code='callable-discriminator-no-tag')
            found[tag] = each
        more = {name: getattr(self, name) for name in ('custom_error_type', 'custom_error_message', 'custom_error_context') if getattr(self, name) is not None}
        return cs.tagged_union_schema(found, self.discriminator, **more)


class _OnErrorOmit:
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        return cs.with_default_schema(handler(source), on_error='omit')


_T = TypeVar('_T')
OnErrorOmit = Annotated[_T, _OnErrorOmit]


class _Json:
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        def check(value):
            if value is None or type(value) in (bool, int, float, str):
                return value
            if isinstance(value, list):
                return [check(each) for each in value]
            if isinstance(value, dict):
                return {str(key): check(each) for key, each in value.items()}
            if isinstance(value, (bool, int, float, str)):
                return value
            raise PydanticCustomError('invalid-json-value', 'input was not a valid JSON value')
        return cs.no_info_plain_validator_function(check, metadata={'pydantic_js_functions': [lambda _, go: {}]})


type JsonValue = Annotated[Any, _Json]
