"""Makers of schemas: dictionaries that say how a value is validated and dumped."""
from typing import Any, Protocol

from ._undefined import PydanticUndefined

CoreSchema = CoreConfig = CoreSchemaType = CoreSchemaFieldType = ErrorType = dict
ValidatorFunctionWrapHandler = SerializerFunctionWrapHandler = Any
# name of the function: type of the schema, names of what is given by position, then of what only by name
_MAKERS = '''
any: any | |
none: none | |
bool: bool | strict |
int: int | | multiple_of le ge lt gt strict
float: float | | allow_inf_nan multiple_of le ge lt gt strict
decimal: decimal | | allow_inf_nan multiple_of le ge lt gt max_digits decimal_places strict
fraction: fraction | | multiple_of le ge lt gt strict
complex: complex | | strict
str: str | | pattern max_length min_length strip_whitespace to_lower to_upper ascii_only regex_engine strict coerce_numbers_to_str
bytes: bytes | | max_length min_length strict
date: date | | strict le ge lt gt now_op now_utc_offset
time: time | | strict le ge lt gt tz_constraint microseconds_precision
datetime: datetime | | strict le ge lt gt now_op tz_constraint now_utc_offset microseconds_precision
timedelta: timedelta | | strict multiple_of le ge lt gt microseconds_precision
literal: literal | expected |
enum: enum | cls members | sub_type missing strict
missing_sentinel: missing-sentinel | schema |
ellipsis: ellipsis | |
is_instance: is-instance | cls | cls_repr
is_subclass: is-subclass | cls | cls_repr
callable: callable | |
uuid: uuid | | version strict
list: list | items_schema | min_length max_length fail_fast strict
deque: deque | items_schema | min_length max_length fail_fast strict
tuple: tuple | items_schema | variadic_item_index min_length max_length fail_fast strict
set: set | items_schema | min_length max_length fail_fast strict
frozenset: frozenset | items_schema | min_length max_length fail_fast strict
generator: generator | items_schema | min_length max_length
dict: dict | keys_schema values_schema | min_length max_length fail_fast strict
ordered_dict: ordered-dict | keys_schema values_schema | min_length max_length fail_fast strict
counter: counter | keys_schema values_schema | min_length max_length fail_fast strict
with_default: default | schema | default_factory default_factory_takes_data on_error validate_default strict
nullable: nullable | schema | strict
union: union | choices | auto_collapse custom_error_type custom_error_message custom_error_context mode
tagged_union: tagged-union | choices discriminator | custom_error_type custom_error_message custom_error_context strict from_attributes
chain: chain | steps |
lax_or_strict: lax-or-strict | lax_schema strict_schema | strict
json_or_python: json-or-python | json_schema python_schema |
typed_dict: typed-dict | fields | cls cls_name computed_fields strict extras_schema extra_behavior total config
model_fields: model-fields | fields | model_name computed_fields strict extras_schema extras_keys_schema extra_behavior from_attributes
model: model | cls schema | generic_origin custom_init root_model post_init revalidate_instances strict frozen extra_behavior config
dataclass_args: dataclass-args | dataclass_name fields | computed_fields collect_init_only extra_behavior
dataclass: dataclass | cls schema fields | generic_origin cls_name post_init revalidate_instances strict frozen slots config
named_tuple: named-tuple | cls fields | cls_name
arguments: arguments | arguments | validate_by_name validate_by_alias var_args_schema var_kwargs_mode var_kwargs_schema
call: call | arguments function | function_name return_schema
custom_error: custom-error | schema custom_error_type | custom_error_message custom_error_context
json: json | schema |
url: url | | max_length allowed_schemes host_required default_host default_port default_path preserve_empty_path strict
multi_host_url: multi-host-url | | max_length allowed_schemes host_required default_host default_port default_path preserve_empty_path strict
definitions: definitions | schema definitions |
definition_reference: definition-ref | schema_ref |
'''


def _maker(name, kind, positional, keywords):
    allowed = {*positional, *keywords, 'ref', 'metadata', 'serialization'}

    def make(*args, **kwargs):
        schema = {'type': kind}
        if len(args) > len(positional):
            raise TypeError(f'{name}() takes {len(positional)} positional arguments but {len(args)} were given')
        schema.update(zip(positional, args))
        for key, value in kwargs.items():
            if key not in allowed:
                raise TypeError(f'{name}() got an unexpected keyword argument {key!r}')
            if value is not None or key == 'default':
                schema[key] = value
        return schema

    make.__name__ = make.__qualname__ = name
    return make


for _line in _MAKERS.strip().split('\n'):
    _name, _rest = _line.split(': ', 1)
    _kind, _places, _words = _rest.split('|')
    globals()[f'{_name}_schema'] = _maker(f'{_name}_schema', _kind.strip(), _places.split(), _words.split())


def with_default_schema(schema, *, default=PydanticUndefined, default_factory=None, **kwargs):
    made = {'type': 'default', 'schema': schema}
    if default_factory is not None:
        made['default_factory'] = default_factory
    elif default is not PydanticUndefined:
        made['default'] = default
    return made | {name: value for name, value in kwargs.items() if value is not None}


def tuple_positional_schema(items_schema, *, extras_schema=None, **kwargs):
    index = {} if extras_schema is None else {'variadic_item_index': len(items_schema)}
    return tuple_schema([*items_schema, *([extras_schema] if extras_schema else [])], **index, **kwargs)


def tuple_variable_schema(items_schema=None, **kwargs):
    return tuple_schema([items_schema or {'type': 'any'}], variadic_item_index=0, **kwargs)


def _of_function(name, kind, info):
    def make(function, *args, **kwargs):
        schema = {'type': f'function-{kind}', 'function': {'type': info, 'function': function}}
        if args:
            schema['schema'] = args[0]
        field_name = kwargs.pop('field_name', None)
        if field_name is not None:
            schema['function']['field_name'] = field_name
        return schema | {key: value for key, value in kwargs.items() if value is not None}

    make.__name__ = make.__qualname__ = name
    return make


for _kind in ('before', 'after', 'wrap', 'plain'):
    for _info in ('no', 'with'):
        _name = f'{_info}_info_{_kind}_validator_function'
        globals()[_name] = _of_function(_name, _kind, f'{_info}-info')
    globals()[f'general_{_kind}_validator_function'] = globals()[f'with_info_{_kind}_validator_function']


def _field(kind, *names):
    def make(*args, **kwargs):
        return {'type': kind} | dict(zip(names, args)) | {k: v for k, v in kwargs.items() if v is not None}

    return make


model_field = _field('model-field', 'schema')
dataclass_field = _field('dataclass-field', 'name', 'schema')
typed_dict_field = _field('typed-dict-field', 'schema')
named_tuple_field = _field('named-tuple-field', 'name', 'schema')
computed_field = _field('computed-field', 'property_name', 'return_schema')


def arguments_parameter(name, schema, **kwargs):
    return {'name': name, 'schema': schema} | {k: v for k, v in kwargs.items() if v is not None}


def simple_ser_schema(type):
    return {'type': type}


def plain_serializer_function_ser_schema(function, **kwargs):
    return {'type': 'function-plain', 'function': function} | {k: v for k, v in kwargs.items() if v is not None}


def wrap_serializer_function_ser_schema(function, **kwargs):
    return {'type': 'function-wrap', 'function': function} | {k: v for k, v in kwargs.items() if v is not None}


def format_ser_schema(formatting_string, *, when_used='json-unless-none'):
    return {'type': 'format', 'formatting_string': formatting_string, 'when_used': when_used}


def to_string_ser_schema(*, when_used='json-unless-none'):
    return {'type': 'to-string', 'when_used': when_used}


def model_ser_schema(cls, schema):
    return {'type': 'model', 'cls': cls, 'schema': schema}


class _Info:
    """What a function of the program learns about the validation that calls it."""
    __slots__ = ('_state', 'field_name', 'config', 'data')

    def __init__(self, state, field_name, config, data):
        self._state, self.field_name, self.config, self.data = state, field_name, config, data

    @property
    def context(self):
        return self._state.context

    @property
    def mode(self):
        return self._state.mode

    def __repr__(self):
        return (f'ValidationInfo(config={self.config!r}, context={self.context!r}, data={self.data!r}, '
                f'field_name={self.field_name!r})')


class ValidationInfo(Protocol):
    context: Any
    config: Any
    mode: str
    data: dict
    field_name: str


class SerializationInfo(Protocol):
    pass


class FieldSerializationInfo(SerializationInfo, Protocol):
    pass
