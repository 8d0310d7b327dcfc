"""How models are configured."""
import warnings
from typing import Any, Literal, TypedDict

from ._told import told
from .errors import PydanticUserError
from .warnings import PydanticDeprecatedSince20, PydanticDeprecatedSince211

ExtraValues = Literal['allow', 'ignore', 'forbid']
_NAMES = '''title model_title_generator field_title_generator str_to_lower str_to_upper str_strip_whitespace str_min_length
str_max_length extra frozen populate_by_name use_enum_values validate_assignment arbitrary_types_allowed from_attributes
loc_by_alias alias_generator ignored_types allow_inf_nan json_schema_extra json_encoders strict revalidate_instances
ser_json_timedelta ser_json_temporal val_temporal_unit ser_json_bytes val_json_bytes ser_json_inf_nan validate_default
validate_return protected_namespaces hide_input_in_errors defer_build plugin_settings schema_generator
json_schema_serialization_defaults_required json_schema_mode_override coerce_numbers_to_str regex_engine
validation_error_cause use_attribute_docstrings cache_strings validate_by_alias validate_by_name serialize_by_alias
url_preserve_empty_path polymorphic_serialization'''.split()
ConfigDict = TypedDict('ConfigDict', dict.fromkeys(_NAMES, Any), total=False)
_DEFAULTS = dict.fromkeys(_NAMES) | {
    'str_to_lower': False, 'ignored_types': (), 'loc_by_alias': True, 'protected_namespaces': ('model_validate', 'model_dump'),
    'revalidate_instances': 'never', 'allow_inf_nan': True, 'validate_by_alias': None}
_REMOVED = {'allow_mutation', 'error_msg_templates', 'fields', 'getter_dict', 'smart_union', 'underscore_attrs_are_private',
            'json_loads', 'json_dumps', 'copy_on_model_validation', 'post_init_call'}
_RENAMED = {'allow_population_by_field_name': 'validate_by_name', 'anystr_lower': 'str_to_lower', 'anystr_strip_whitespace':
            'str_strip_whitespace', 'anystr_upper': 'str_to_upper', 'keep_untouched': 'ignored_types', 'max_anystr_length':
            'str_max_length', 'min_anystr_length': 'str_min_length', 'orm_mode': 'from_attributes', 'schema_extra':
            'json_schema_extra', 'validate_all': 'validate_default'}
_CORE = {'str_to_lower', 'str_to_upper', 'str_strip_whitespace', 'str_min_length', 'str_max_length', 'loc_by_alias',
         'allow_inf_nan', 'strict', 'revalidate_instances', 'ser_json_timedelta', 'ser_json_bytes', 'val_json_bytes',
         'ser_json_inf_nan', 'validate_default', 'hide_input_in_errors', 'coerce_numbers_to_str', 'from_attributes',
         'validate_by_alias', 'validate_by_name', 'serialize_by_alias', 'url_preserve_empty_path'}


class Config:
    """A configuration, whose settings are attributes."""

    def __init__(self, given):
        self.given = given

    def __getattr__(self, name):
        return self.given.get(name, _DEFAULTS.get(name))

    @classmethod
    def of_class(cls, bases, namespace, kwargs):
        given = {}
        for base in bases:
            inherited = getattr(base, 'model_config', None)
            if inherited:
                given.update(inherited)
        own = namespace.get('model_config')
        old = namespace.get('Config')
        annotations = namespace.get('__annotations__') or {}
        if annotations.get('model_config') and own is None:
            raise PydanticUserError('`model_config` cannot be used as a model field name. Use `model_config` for model configuration.',
                                    code='model-config-invalid-field-name')
        if old and own:
            raise PydanticUserError('"Config" and "model_config" cannot be used together', code='config-both')
        given.update(prepared(own or old))
        for name in list(kwargs):
            if name in _DEFAULTS:
                given[name] = kwargs.pop(name)
        return cls(given)

    def core(self, title):
        from pydantic.aliases import AliasGenerator
        given = {name: value for name, value in self.given.items() if name in _CORE and value is not None}
        if 'validate_by_name' not in given:
            if self.populate_by_name:
                given['validate_by_name'] = given['validate_by_alias'] = True
            elif given.get('validate_by_alias') is False:
                given['validate_by_name'] = True
        if given.get('validate_by_alias') is False and not given.get('validate_by_name'):
            raise PydanticUserError('At least one of `validate_by_alias` or `validate_by_name` must be set to True.',
                                    code='validate-by-alias-and-name-false')
        if self.extra not in (None, 'allow', 'ignore', 'forbid'):
            from pydantic_core import SchemaError
            raise SchemaError('Error building "model" validator:\n  SchemaError: Error building "model-fields" validator:\n  SchemaError: '
                              f'Invalid extra_behavior: `{self.extra}`')
        if self.extra is not None:
            given['extra_fields_behavior'] = self.extra
        given['title'] = self.title or title
        given['_config'] = {'title': given['title'], **({} if self.extra is None else {'extra_fields_behavior': self.extra}), **{
            k: v for k, v in given.items() if k not in ('title', 'extra_fields_behavior')}}
        return given


def prepared(config):
    """A configuration as a dictionary, with words for what is old."""
    if config is None:
        return {}
    if not isinstance(config, dict):
        told('Support for class-based `config` is deprecated, use ConfigDict instead', PydanticDeprecatedSince20)
        config = {name: getattr(config, name) for name in dir(config) if not name.startswith('__')}
    removed, renamed = sorted(_REMOVED & config.keys()), sorted(_RENAMED.keys() & config.keys())
    lines = []
    if renamed or removed:
        lines = ['Valid config keys have changed in V2:'] + [f'* {name!r} has been renamed to {_RENAMED[name]!r}' for name in renamed]
        lines += [f'* {name!r} has been removed' for name in removed]
    if lines:
        for _ in range(2):
            told('\n'.join(lines), UserWarning)
    return dict(config)


def with_config(config=None, /, **kwargs):
    if config is not None and kwargs:
        raise ValueError('Cannot specify both `config` and keyword arguments')
    if len(kwargs) == 1 and 'config' in kwargs:
        told('Passing `config` as a keyword argument is deprecated. Pass `config` as a positional argument instead.', PydanticDeprecatedSince211)
        config = kwargs['config']

    def decorate(cls):
        from .main import BaseModel
        if issubclass(cls, BaseModel):
            raise PydanticUserError(f'Cannot use `with_config` on {cls.__name__} as it is a Pydantic model', code='with-config-on-model')
        cls.__pydantic_config__ = dict(config or kwargs)
        return cls

    return decorate


class _ExtraMeta(type):
    def __getattribute__(self, name):
        if not name.startswith('_'):
            told("`pydantic.config.Extra` is deprecated, use literal values instead (e.g. `extra='allow'`)",
                          PydanticDeprecatedSince20)
        return super().__getattribute__(name)


class Extra(metaclass=_ExtraMeta):
    allow, ignore, forbid = 'allow', 'ignore', 'forbid'


class BaseConfig:
    pass
