"""Functions that validate."""
import dataclasses
import warnings
from types import FunctionType
from typing import Annotated, Any

from pydantic_core import PydanticUndefined, core_schema

from ._told import told
from ._decorators import Decorated, Info, as_classmethod, first_parameter, takes_info
from .errors import PydanticUserError
from .warnings import PydanticDeprecatedSince20, PydanticDeprecatedSince212
from .version import version_short


def _schema(mode, function, inner, field_name=None, input_schema=None):
    info = 'with' if takes_info(function, mode) else 'no'
    make = getattr(core_schema, f'{info}_info_{mode}_validator_function')
    more = {} if input_schema is None else {'json_schema_input_schema': input_schema}
    return make(function, **more) if mode == 'plain' else make(function, inner, **more)


@dataclasses.dataclass(frozen=True, slots=True)
class AfterValidator:
    func: Any

    def __get_pydantic_core_schema__(self, source, handler):
        return _schema('after', self.func, handler(source))


@dataclasses.dataclass(frozen=True, slots=True)
class BeforeValidator:
    func: Any
    json_schema_input_type: Any = PydanticUndefined

    def __get_pydantic_core_schema__(self, source, handler):
        given = None if self.json_schema_input_type is PydanticUndefined else handler.generate_schema(self.json_schema_input_type)
        return _schema('before', self.func, handler(source), input_schema=given)


@dataclasses.dataclass(frozen=True, slots=True)
class PlainValidator:
    func: Any
    json_schema_input_type: Any = Any

    def __get_pydantic_core_schema__(self, source, handler):
        from ._schema import SCHEMA_ERRORS
        dumps = None
        try:
            inner = handler(source)
            dumps = inner.get('serialization') or core_schema.wrap_serializer_function_ser_schema(
                function=lambda value, go: go(value), schema=inner, return_schema=handler.generate_schema(source))
        except SCHEMA_ERRORS:
            pass
        made = _schema('plain', self.func, None, input_schema=handler.generate_schema(self.json_schema_input_type))
        if dumps:
            made['serialization'] = dumps
        return made


@dataclasses.dataclass(frozen=True, slots=True)
class WrapValidator:
    func: Any
    json_schema_input_type: Any = PydanticUndefined

    def __get_pydantic_core_schema__(self, source, handler):
        given = None if self.json_schema_input_type is PydanticUndefined else handler.generate_schema(self.json_schema_input_type)
        return _schema('wrap', self.func, handler(source), input_schema=given)


def of_decorator(bound):
    """The mark that does what a method of the class does for a field."""
    kinds = {'before': BeforeValidator, 'after': AfterValidator, 'plain': PlainValidator, 'wrap': WrapValidator}
    more = {}
    if bound.info.mode != 'after' and bound.info.json_schema_input_type is not PydanticUndefined:
        more['json_schema_input_type'] = bound.info.json_schema_input_type
    return kinds[bound.info.mode](bound.func, **more)


def _names(decorator, fields):
    if not all(isinstance(field, str) for field in fields):
        raise PydanticUserError(f'The provided field names to the `@{decorator}` decorator should be strings. For example: '
                                f"`@{decorator}('<field_name_1>', '<field_name_2>', ...).`", code='decorator-invalid-fields')


def field_validator(field, /, *fields, mode='after', check_fields=None, json_schema_input_type=PydanticUndefined):
    if isinstance(field, (FunctionType, classmethod)) or callable(field):
        raise PydanticUserError('The `@field_validator` decorator cannot be used without arguments, at least one field must be provided. '
                                "For example: `@field_validator('<field_name>', ...)`.", code='decorator-missing-arguments')
    if mode not in ('before', 'plain', 'wrap') and json_schema_input_type is not PydanticUndefined:
        raise PydanticUserError(f"`json_schema_input_type` can't be used when mode is set to {mode!r}", code='validator-input-type')
    if json_schema_input_type is PydanticUndefined and mode == 'plain':
        json_schema_input_type = Any
    fields = (field, *fields)
    _names('field_validator', fields)

    def decorate(function):
        if first_parameter(function) == 'self':
            raise PydanticUserError('The `@field_validator` decorator cannot be applied to instance methods', code='validator-instance-method')
        return Decorated(as_classmethod(function), Info('field_validators', fields, mode, check_fields,
                                                        json_schema_input_type=json_schema_input_type))

    return decorate


def model_validator(*, mode):
    def decorate(function):
        function = as_classmethod(function)
        if mode == 'after' and isinstance(function, classmethod):
            told("Using `@model_validator` with mode='after' on a classmethod is deprecated. Instead, use an instance method. See "
                          f'the documentation at https://pydantic.dev/docs/validation/{version_short()}/concepts/validators/'
                          '#model-after-validator.', PydanticDeprecatedSince212)
        return Decorated(function, Info('model_validators', mode=mode))

    return decorate


class _Marker:
    def __class_getitem__(cls, item):
        return Annotated[item, cls()]

    def __eq__(self, other):
        return type(self) is type(other)

    __hash__ = object.__hash__

    def __repr__(self):
        return f'{type(self).__name__}()'


class InstanceOf(_Marker):
    def __get_pydantic_core_schema__(self, source, handler):
        from typing import get_origin
        from ._schema import SCHEMA_ERRORS
        made = core_schema.is_instance_schema(get_origin(source) or source)
        try:
            inner = handler(source)
        except SCHEMA_ERRORS:
            return made
        made['serialization'] = core_schema.wrap_serializer_function_ser_schema(lambda value, go: go(value), schema=inner)
        return core_schema.json_or_python_schema(inner, made)


class SkipValidation(_Marker):
    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler):
        inner = handler(source)
        return core_schema.any_schema(
            metadata={'pydantic_js_annotation_functions': [lambda _, go: go(inner)]},
            serialization=core_schema.wrap_serializer_function_ser_schema(lambda value, go: go(value), schema=inner))


class ValidateAs:
    def __init__(self, from_type, /, instantiation_hook):
        self.from_type, self.instantiation_hook = from_type, instantiation_hook

    def __get_pydantic_core_schema__(self, source, handler):
        return core_schema.no_info_after_validator_function(self.instantiation_hook, handler(self.from_type))


class ModelWrapValidatorHandler:
    def __class_getitem__(cls, item):
        return cls


_OLD = ('Pydantic V1 style `@{0}` validators are deprecated. You should migrate to Pydantic V2 style `@{1}` validators, '
        'see the migration guide for more details')


def _valued(function):
    """A function of version 1, which may want values, field, config, as one that takes information."""
    import inspect
    parameters = list(inspect.signature(function).parameters.values())
    wants = [p.name for p in parameters[1:]]
    if any(name in ('field', 'config') for name in wants):
        raise PydanticUserError('The `field` and `config` parameters are not available in Pydantic V2, please use the `info` parameter '
                                'instead.', code='validator-field-config-info')
    if any(p.kind is p.VAR_KEYWORD for p in parameters):
        return lambda value, info: function(value, values=info.data)
    if 'values' in wants and parameters[1:][wants.index('values')].kind is inspect.Parameter.KEYWORD_ONLY:
        return lambda value, info: function(value, values=info.data)
    if wants:
        return lambda value, info: function(value, info.data)
    return lambda value, info: function(value)


def validator(field, *fields, pre=False, each_item=False, always=False, check_fields=None, allow_reuse=False):
    told(_OLD.format('validator', 'field_validator'), PydanticDeprecatedSince20)
    if allow_reuse is True:
        told('`allow_reuse` is deprecated and will be ignored; it should no longer be necessary', PydanticDeprecatedSince20)
    fields = (field, *fields)
    if isinstance(field, FunctionType):
        raise PydanticUserError("`@validator` should be used with fields and keyword arguments, not bare. E.g. usage should be "
                                "`@validator('<field_name>', ...)`", code='decorator-missing-arguments')

    def decorate(function):
        if first_parameter(function) == 'self':
            raise PydanticUserError('`@validator` cannot be applied to instance methods', code='validator-instance-method')
        return Decorated(as_classmethod(function), Info('validators', fields, 'before' if pre else 'after', check_fields,
                                                        each_item=each_item, always=always), _valued)

    return decorate


def root_validator(*args, pre=False, skip_on_failure=False, allow_reuse=False):
    told('Pydantic V1 style `@root_validator` validators are deprecated. You should migrate to Pydantic V2 style '
                  '`@model_validator` validators, see the migration guide for more details', PydanticDeprecatedSince20)
    if args:
        return root_validator()(*args)
    if pre is not True and skip_on_failure is not True:
        raise PydanticUserError('If you use `@root_validator` with pre=False (the default) you MUST specify `skip_on_failure=True`. Note '
                                'that `@root_validator` is deprecated and should be replaced with `@model_validator`.',
                                code='root-validator-pre-skip')

    def shim(function):
        if pre:
            return lambda values, info: function(values)

        def after(found, info):
            values, more, given = found
            return function(values), more, given

        return after

    return lambda function: Decorated(as_classmethod(function), Info('root_validators', mode='before' if pre else 'after'), shim)
