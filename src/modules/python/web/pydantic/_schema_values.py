"""Schemas of values, of containers, and of several of them."""
import collections
import collections.abc
import inspect
import os
import pathlib
import re
import typing
from enum import Enum
from operator import attrgetter
from typing import Annotated, Any, ForwardRef, TypeVar, get_args, get_origin
from pydantic_core import MISSING, PydanticCustomError, PydanticSerializationUnexpectedValue, core_schema as cs

from ._repr import is_union
from .fields import FieldInfo
from ._schema_parts import _ref


class OfValues:
    """Schemas of values, of containers, and of several of them."""

    def _union(self, kind):
        choices, nullable, missing = [], False, False
        for each in get_args(kind):
            if each is type(None) or each is None:
                nullable = True
            elif each is MISSING:
                missing = True
            else:
                made = self.schema(each)
                tag = (made.get('metadata') or {}).get('pydantic_internal_union_tag_key')
                choices.append(made if tag is None else (made, tag))
        if not choices:
            made, nullable = cs.none_schema(), False
        elif len(choices) == 1:
            made = choices[0][0] if isinstance(choices[0], tuple) else choices[0]
        else:
            made = cs.union_schema(choices)
        made = cs.nullable_schema(made) if nullable else made
        return cs.union_schema([made, {'type': 'missing-sentinel'}]) if missing else made

    def _literal(self, kind):
        expected = []
        for each in get_args(kind):
            expected += [each] if not isinstance(each, typing.TypeAliasType) else get_args(each.__value__)
        made = cs.literal_schema(expected)
        if self.config.use_enum_values and any(isinstance(each, Enum) for each in expected):
            made = cs.no_info_after_validator_function(lambda value: value.value if isinstance(value, Enum) else value, made)
        return made

    def _defaultdict(self, key, value):
        origin = get_origin(value) or value
        marks = get_args(value)[1:] if origin is Annotated else ()
        factory = next((each.default_factory for each in marks if isinstance(each, FieldInfo) and each.default_factory), None)
        plain = {tuple: tuple, collections.abc.Sequence: tuple, set: set, collections.abc.MutableSet: set, list: list,
                 collections.abc.MutableSequence: list, dict: dict, collections.abc.Mapping: dict, float: float, int: int, str: str, bool: bool}
        factory = factory or plain.get(get_origin(get_args(value)[0]) or get_args(value)[0] if origin is Annotated else origin)

        def make(found, go):
            if isinstance(found, collections.defaultdict):
                return collections.defaultdict(found.default_factory, go(found))
            return collections.defaultdict(factory, go(found))

        return cs.no_info_wrap_validator_function(make, cs.dict_schema(self.schema(key), self.schema(value), strict=False))

    def _tuple(self, args):
        if not args:
            return cs.tuple_schema([cs.any_schema()], variadic_item_index=0)
        if args == ((),):
            return cs.tuple_schema([])
        if args[-1] is ... and len(args) == 2:
            return cs.tuple_schema([self.schema(args[0])], variadic_item_index=0)
        return cs.tuple_schema([self.schema(each) for each in args])

    def _sequence(self, base, item):
        inner = cs.list_schema(self.schema(item))
        def sequence_validator(value, go):
            kind = type(value)
            if issubclass(kind, (str, bytes)):
                raise PydanticCustomError('sequence_str', "'{type_name}' instances are not allowed as a Sequence value", {'type_name': kind.__name__})
            if kind is tuple:
                value = list(value)
            found = go(value)
            return found if kind is list else list(found) if issubclass(kind, range) else tuple(found) if kind is tuple else kind(found)

        python = cs.chain_schema([cs.is_instance_schema(base, cls_repr=base.__qualname__),
                                  cs.no_info_wrap_validator_function(sequence_validator, inner)])
        dumps = cs.wrap_serializer_function_ser_schema(
            lambda value, go, info: value if isinstance(value, (str, bytes)) else (lambda out: out if info.mode == 'json' else type(value)(out))(
                go(value if isinstance(value, list) else list(value))), schema=inner, info_arg=True)
        return cs.json_or_python_schema(inner, python, serialization=dumps)

    def _type(self, args):
        kind = args[0] if args else Any
        if get_origin(kind) is Annotated:
            kind = get_args(kind)[0]
        if isinstance(kind, TypeVar):
            kind = self.known.get(kind) or kind.__bound__ or Any
            return self._type((kind,))
        if kind is Any:
            return cs.no_info_after_validator_function(_plain_type, cs.any_schema())
        if is_union(get_origin(kind)):
            return self._union(typing.Union[tuple(type[each] for each in get_args(kind))])
        if isinstance(kind, (str, ForwardRef)):
            kind = self.resolve(kind)
        return cs.is_subclass_schema(get_origin(kind) or kind)

    def _pattern(self, args):
        kind = args[0] if args else None

        def pattern_either_validator(value):
            if isinstance(value, re.Pattern):
                return _typed(value, kind)
            if isinstance(value, (str, bytes)):
                try:
                    return _typed(re.compile(value), kind)
                except re.error:
                    raise PydanticCustomError('pattern_regex', 'Input should be a valid regular expression')
            raise PydanticCustomError('pattern_type', 'Input should be a valid pattern')

        return cs.no_info_plain_validator_function(
            pattern_either_validator, serialization=cs.plain_serializer_function_ser_schema(attrgetter('pattern'), when_used='json', return_schema=cs.str_schema()),
            metadata={'pydantic_js_functions': [lambda _, go: {'type': 'string', 'format': 'regex'}]})

    def _enum(self, cls):
        cases = list(cls.__members__.values())
        told = {'title': cls.__name__}
        described = inspect.cleandoc(cls.__doc__) if cls.__doc__ else None
        if described and described != 'An enumeration.':
            told['description'] = described
        sub = 'int' if issubclass(cls, int) else 'str' if issubclass(cls, str) else 'float' if issubclass(cls, float) else None

        def schema(made, go):
            json = go(made)
            go.resolve_ref_schema(json).update(told)
            return json

        if not cases:
            return cs.is_instance_schema(cls, metadata={'pydantic_js_functions': [lambda _, go: schema(cs.enum_schema(cls, [], ref=_ref(cls)), go)]})
        missing = cls._missing_.__func__ is not Enum._missing_.__func__
        made = cs.enum_schema(cls, cases, sub_type=sub, missing=cls._missing_ if missing else None, ref=_ref(cls),
                              metadata={'pydantic_js_functions': [schema]})
        if self.config.use_enum_values:
            dumps = {'type': sub} if sub else cs.plain_serializer_function_ser_schema(lambda value: value)
            made = cs.no_info_after_validator_function(attrgetter('value'), made, serialization=dumps)
        return made

    def _path(self, base, kind):
        construct = pathlib.PurePath if base is os.PathLike else base

        def path_validator(value):
            if kind is bytes:
                if not isinstance(value, bytes):
                    raise PydanticCustomError('bytes_type', 'Input must be bytes')
                value = value.decode()
            elif not isinstance(value, str):
                raise PydanticCustomError('path_type', 'Input is not a valid path')
            return construct(value)

        text = {'type': 'bytes' if kind is bytes else 'str'}
        instance = cs.json_or_python_schema(cs.no_info_after_validator_function(path_validator, dict(text)), cs.is_instance_schema(base))
        return cs.lax_or_strict_schema(
            cs.union_schema([instance, cs.no_info_after_validator_function(path_validator, dict(text, strict=True))], custom_error_type='path_type',
                            custom_error_message=f'Input is not a valid path for {base}'), instance,
            serialization=cs.plain_serializer_function_ser_schema(_dumped_as(base), info_arg=True, when_used='always'),
            metadata={'pydantic_js_functions': [lambda _, go: {**go(cs.str_schema()), 'format': 'path'}]})

    def _address(self, base):
        from .networks import ADDRESSES
        shape, kind, words = ADDRESSES[base.__name__]

        def address(value):
            if isinstance(value, base):
                return value
            try:
                return base(value)
            except ValueError:
                raise PydanticCustomError(kind, words) from None

        address.__name__ = f'{kind}_validator'
        return cs.lax_or_strict_schema(
            cs.no_info_plain_validator_function(address), cs.json_or_python_schema(
                cs.no_info_after_validator_function(base, cs.str_schema()), cs.is_instance_schema(base)),
            serialization=cs.plain_serializer_function_ser_schema(_dumped_as(base), info_arg=True, when_used='always'),
            metadata={'pydantic_js_functions': [lambda _, go: {'type': 'string', 'format': shape}]})

    def _zone(self, base):
        def zone(value):
            if isinstance(value, base):
                return value
            try:
                return base(value)
            except Exception:
                raise PydanticCustomError('zoneinfo_str', 'invalid timezone: {value}', {'value': value}) from None

        return cs.no_info_plain_validator_function(zone, serialization=cs.to_string_ser_schema(),
                                                   metadata={'pydantic_js_functions': [lambda _, go: {'type': 'string', 'format': 'zoneinfo'}]})


def _typed(pattern, kind):
    if kind is str and not isinstance(pattern.pattern, str):
        raise PydanticCustomError('pattern_str_type', 'Input should be a string pattern')
    if kind is bytes and not isinstance(pattern.pattern, bytes):
        raise PydanticCustomError('pattern_bytes_type', 'Input should be a bytes pattern')
    return pattern


def _plain_type(value):
    if not isinstance(value, type):
        raise PydanticCustomError('is_type', 'Input should be a type')
    return value


def _dumped_as(kind):
    def dumped(value, info):
        if not isinstance(value, (kind, str)):
            raise PydanticSerializationUnexpectedValue(
                f"Expected `{kind}` but got `{type(value)}` with value `'{value}'` - serialized value may not be as expected.")
        return value if info.mode == 'python' else str(value)
    return dumped
