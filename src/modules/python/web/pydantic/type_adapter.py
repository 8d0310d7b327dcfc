"""Validation and dumps of any type."""
import sys

from pydantic_core import SchemaSerializer, SchemaValidator

from ._schema import GenerateSchema
from .config import Config
from .errors import PydanticUserError, PydanticUndefinedAnnotation
from .json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema


class TypeAdapter:
    def __init__(self, type, *, config=None, _parent_depth=2, module=None):
        import typing
        from .main import BaseModel
        kind = typing.get_origin(type) or type
        owns = isinstance(kind, __builtins_type) and (issubclass(kind, BaseModel) or typing.is_typeddict(kind) or hasattr(kind, '__dataclass_fields__'))
        if config is not None and owns:
            raise PydanticUserError('Cannot use `config` when the type is a BaseModel, dataclass or TypedDict. These types can have their own '
                                    'config and setting the config via the `config` parameter to TypeAdapter will not override it, thus the '
                                    '`config` you passed to TypeAdapter becomes meaningless, which is probably not what you want.',
                                    code='type-adapter-config-unused')
        self._type, self._config = type, config
        frame = sys._getframe(_parent_depth - 1)
        self._spaces = [frame.f_locals, frame.f_globals]
        self.pydantic_complete = False
        self._title = None
        try:
            self._build()
        except PydanticUndefinedAnnotation as error:
            self._failed = error

    def _build(self):
        generator = GenerateSchema(Config(dict(self._config or {})), self._spaces)
        self.core_schema = schema = generator.schema(self._type)
        config = Config(dict(self._config or {})).core(None) if self._config else {}
        self.validator, self.serializer = SchemaValidator(schema, config), SchemaSerializer(schema, config)
        self.pydantic_complete = True

    def __getattr__(self, name):
        if name in ('core_schema', 'validator', 'serializer'):
            shown = repr(self._type)
            raise PydanticUserError(f'`TypeAdapter[{shown}]` is not fully defined; you should define `{self._failed.name}` and all referenced '
                                    'types, then call `.rebuild()` on the instance.', code='class-not-fully-defined')
        raise AttributeError(name)

    def rebuild(self, *, force=False, raise_errors=True, _parent_namespace_depth=2, _types_namespace=None):
        if self.pydantic_complete and not force:
            return None
        frame = sys._getframe(_parent_namespace_depth - 1)
        self._spaces = [_types_namespace or frame.f_locals, frame.f_globals]
        self._build()
        return True

    def validate_python(self, object, /, *, strict=None, extra=None, from_attributes=None, context=None, experimental_allow_partial=False,
                        by_alias=None, by_name=None):
        return self.validator.validate_python(object, strict=strict, extra=extra, from_attributes=from_attributes, context=context,
                                              by_alias=by_alias, by_name=by_name)

    def validate_json(self, data, /, *, strict=None, extra=None, context=None, experimental_allow_partial=False, by_alias=None, by_name=None):
        return self.validator.validate_json(data, strict=strict, extra=extra, context=context, by_alias=by_alias, by_name=by_name)

    def validate_strings(self, obj, /, *, strict=None, extra=None, context=None, experimental_allow_partial=False, by_alias=None, by_name=None):
        return self.validator.validate_strings(obj, strict=strict, extra=extra, context=context, by_alias=by_alias, by_name=by_name)

    def get_default_value(self, *, strict=None, context=None):
        return self.validator.get_default_value(strict=strict, context=context)

    def dump_python(self, instance, /, *, mode='python', include=None, exclude=None, by_alias=None, exclude_unset=False, exclude_defaults=False,
                    exclude_none=False, exclude_computed_fields=False, round_trip=False, warnings=True, fallback=None, serialize_as_any=False,
                    polymorphic_serialization=None, context=None):
        return self.serializer.to_python(
            instance, mode=mode, include=include, exclude=exclude, by_alias=by_alias, exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults, exclude_none=exclude_none, exclude_computed_fields=exclude_computed_fields,
            round_trip=round_trip, warnings=warnings, fallback=fallback, serialize_as_any=serialize_as_any, context=context)

    def dump_json(self, instance, /, *, indent=None, ensure_ascii=False, include=None, exclude=None, by_alias=None, exclude_unset=False,
                  exclude_defaults=False, exclude_none=False, exclude_computed_fields=False, round_trip=False, warnings=True, fallback=None,
                  serialize_as_any=False, polymorphic_serialization=None, context=None):
        return self.serializer.to_json(
            instance, indent=indent, ensure_ascii=ensure_ascii, include=include, exclude=exclude, by_alias=by_alias, exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults, exclude_none=exclude_none, exclude_computed_fields=exclude_computed_fields,
            round_trip=round_trip, warnings=warnings, fallback=fallback, serialize_as_any=serialize_as_any, context=context)

    def json_schema(self, *, by_alias=True, ref_template=DEFAULT_REF_TEMPLATE, union_format='any_of', schema_generator=GenerateJsonSchema,
                    mode='validation'):
        return schema_generator(by_alias=by_alias, ref_template=ref_template).generate(self.core_schema, mode=mode)

    @staticmethod
    def json_schemas(inputs, /, *, by_alias=True, title=None, description=None, ref_template=DEFAULT_REF_TEMPLATE, union_format='any_of',
                     schema_generator=GenerateJsonSchema):
        generator = schema_generator(by_alias=by_alias, ref_template=ref_template)
        found, definitions = generator.generate_definitions([(key, mode, adapter.core_schema) for key, mode, adapter in inputs])
        whole = {'$defs': definitions} if definitions else {}
        if title:
            whole['title'] = title
        if description:
            whole['description'] = description
        return found, whole

    def __repr__(self):
        from ._repr import display_as_type
        return f'TypeAdapter({display_as_type(self._type)})'


_TypeAdapter__builtins_type = type
