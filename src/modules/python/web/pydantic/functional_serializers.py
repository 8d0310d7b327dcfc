"""Functions that dump."""
import dataclasses
from typing import Any

from pydantic_core import PydanticUndefined, core_schema

from ._decorators import Decorated, Info, serializer_info
from .errors import PydanticUserError
from .functional_validators import _Marker, _names


def returned(function, given):
    """What a function says that it returns."""
    if given is not PydanticUndefined:
        return given
    if isinstance(function, type):
        return function
    hints = getattr(function, '__annotations__', None) or {}
    return hints.get('return', PydanticUndefined)


class _Serializer:
    __slots__ = ()

    def __get_pydantic_core_schema__(self, source, handler):
        mode = 'plain' if isinstance(self, PlainSerializer) else 'wrap'
        schema = handler(source)
        kind = returned(self.func, self.return_type)
        make = getattr(core_schema, f'{mode}_serializer_function_ser_schema')
        schema['serialization'] = make(self.func, info_arg=serializer_info(self.func, mode, 'field_serializer'), when_used=self.when_used,
                                       return_schema=None if kind is PydanticUndefined else handler.generate_schema(kind))
        return schema


@dataclasses.dataclass(slots=True, frozen=True)
class PlainSerializer(_Serializer):
    func: Any
    return_type: Any = PydanticUndefined
    when_used: str = 'always'


@dataclasses.dataclass(slots=True, frozen=True)
class WrapSerializer(_Serializer):
    func: Any
    return_type: Any = PydanticUndefined
    when_used: str = 'always'


def field_serializer(field, /, *fields, mode='plain', return_type=PydanticUndefined, when_used='always', check_fields=None):
    if callable(field) or isinstance(field, classmethod):
        raise PydanticUserError('The `@field_serializer` decorator cannot be used without arguments, at least one field must be provided. '
                                "For example: `@field_serializer('<field_name>', ...)`.", code='decorator-missing-arguments')
    fields = (field, *fields)
    _names('field_serializer', fields)
    return lambda function: Decorated(function, Info('field_serializers', fields, mode, check_fields, return_type, when_used))


def model_serializer(function=None, /, *, mode='plain', when_used='always', return_type=PydanticUndefined):
    def decorate(function):
        return Decorated(function, Info('model_serializers', mode=mode, return_type=return_type, when_used=when_used))

    return decorate if function is None else decorate(function)


class SerializeAsAny(_Marker):
    def __get_pydantic_core_schema__(self, source, handler):
        schema = dict(handler(source))
        schema['serialization'] = {'type': 'any'}
        return schema
