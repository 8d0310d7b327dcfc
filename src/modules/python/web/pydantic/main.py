"""Models."""
import sys
import types
from copy import copy, deepcopy
from functools import cached_property
from typing import Any, Generic
import pydantic_core
from pydantic_core import PydanticUndefined, ValidationError

from ._told import told
from . import _generics
from ._decorators import Infos
from ._repr import Representation, display_as_type
from .aliases import AliasChoices, AliasPath
from .errors import PydanticUserError
from .json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema, model_json_schema
from .version import version_short
from ._mocks import _Mock
from ._deprecated import _ClassOnly, _old
from ._model_construction import ModelMetaclass, _complete, _set

IncEx = Any


def _check_ways(by_alias, by_name):
    if by_alias is False and by_name is not True:
        raise PydanticUserError('At least one of `by_alias` or `by_name` must be set to True.', code='validate-by-alias-and-name-false')


class BaseModel(metaclass=ModelMetaclass):
    __slots__ = ('__dict__', '__pydantic_fields_set__', '__pydantic_extra__', '__pydantic_private__')
    model_config = {}
    __class_vars__, __private_attributes__ = set(), {}
    __pydantic_complete__, __pydantic_root_model__ = False, False
    __pydantic_decorators__ = Infos()
    __pydantic_fields__, __pydantic_computed_fields__ = {}, {}
    __pydantic_generic_metadata__ = {'origin': None, 'args': (), 'parameters': ()}
    __pydantic_parent_space__ = __pydantic_post_init__ = None
    __pydantic_custom_init__ = False
    __pydantic_core_schema__ = None
    __pydantic_validator__ = _Mock('Pydantic models should inherit from BaseModel, BaseModel cannot be instantiated directly', 'base-model-instantiated')
    __pydantic_serializer__ = _Mock('Pydantic models should inherit from BaseModel, BaseModel cannot be instantiated directly', 'base-model-instantiated')

    def __init__(self, /, **data: Any):
        made = self.__pydantic_validator__.validate_python(data, self_instance=self)
        if self is not made:
            told('A custom validator is returning a value other than `self`.\nReturning anything other than `self` from a top level '
                          "model validator isn't supported when validating via `__init__`.\nSee the `model_validator` docs "
                          f'(https://pydantic.dev/docs/validation/{version_short()}/concepts/validators/#model-validators) for more details.')

    __init__.__pydantic_base_init__ = True

    @_ClassOnly
    def model_fields(cls):
        return getattr(cls, '__pydantic_fields__', {})

    @_ClassOnly
    def model_computed_fields(cls):
        return getattr(cls, '__pydantic_computed_fields__', {})

    @property
    def model_extra(self):
        return self.__pydantic_extra__

    @property
    def model_fields_set(self):
        return self.__pydantic_fields_set__

    @classmethod
    def model_construct(cls, _fields_set=None, **values):
        made, found, given = cls.__new__(cls), {}, set()
        for name, field in cls.__pydantic_fields__.items():
            ways = [field.alias] if field.alias is not None else []
            if field.validation_alias is not None:
                ways += field.validation_alias.choices if isinstance(field.validation_alias, AliasChoices) else [field.validation_alias]
            for way in [*ways, name]:
                if isinstance(way, AliasPath):
                    value = way.search_dict_for_path(values)
                    if value is PydanticUndefined:
                        continue
                elif way in values:
                    value = values.pop(way)
                else:
                    continue
                found[name] = value
                given.add(name)
                break
            else:
                if not field.is_required():
                    found[name] = field.get_default(call_default_factory=True, validated_data=found)
        _set(made, '__dict__', found)
        _set(made, '__pydantic_fields_set__', given if _fields_set is None else _fields_set)
        _set(made, '__pydantic_extra__', values if cls.model_config.get('extra') == 'allow' and not cls.__pydantic_root_model__ else None)
        _set(made, '__pydantic_private__', None)
        if cls.__pydantic_post_init__:
            made.model_post_init(None)
            if made.__pydantic_private__ is not None:
                made.__pydantic_private__.update({k: v for k, v in values.items() if k in made.__private_attributes__})
        return made

    def model_copy(self, *, update=None, deep=False):
        made = self.__copy__()
        if deep:
            for values in (made.__dict__, made.__pydantic_extra__ or {}):
                values.update(dict.fromkeys(values.keys() & (update or {}).keys()))
            made = made.__deepcopy__()
        if update:
            if self.model_config.get('extra') == 'allow':
                for name, value in update.items():
                    if name in self.__pydantic_fields__:
                        made.__dict__[name] = value
                    else:
                        if made.__pydantic_extra__ is None:
                            _set(made, '__pydantic_extra__', {})
                        made.__pydantic_extra__[name] = value
            else:
                made.__dict__.update(update)
            made.__pydantic_fields_set__.update(update)
        return made

    def model_dump(self, *, mode='python', include=None, exclude=None, context=None, by_alias=None, exclude_unset=False, exclude_defaults=False,
                   exclude_none=False, exclude_computed_fields=False, round_trip=False, warnings=True, fallback=None, serialize_as_any=False,
                   polymorphic_serialization=None):
        return self.__pydantic_serializer__.to_python(
            self, mode=mode, include=include, exclude=exclude, context=context, by_alias=by_alias, exclude_unset=exclude_unset,
            exclude_defaults=exclude_defaults, exclude_none=exclude_none, exclude_computed_fields=exclude_computed_fields,
            round_trip=round_trip, warnings=warnings, fallback=fallback, serialize_as_any=serialize_as_any or bool(polymorphic_serialization))

    def model_dump_json(self, *, indent=None, ensure_ascii=False, include=None, exclude=None, context=None, by_alias=None, exclude_unset=False,
                        exclude_defaults=False, exclude_none=False, exclude_computed_fields=False, round_trip=False, warnings=True,
                        fallback=None, serialize_as_any=False, polymorphic_serialization=None):
        return self.__pydantic_serializer__.to_json(
            self, indent=indent, ensure_ascii=ensure_ascii, include=include, exclude=exclude, context=context, by_alias=by_alias,
            exclude_unset=exclude_unset, exclude_defaults=exclude_defaults, exclude_none=exclude_none, round_trip=round_trip,
            exclude_computed_fields=exclude_computed_fields, warnings=warnings, fallback=fallback,
            serialize_as_any=serialize_as_any or bool(polymorphic_serialization)).decode()

    @classmethod
    def model_json_schema(cls, by_alias=None, ref_template=DEFAULT_REF_TEMPLATE, schema_generator=GenerateJsonSchema, mode='validation', *,
                          union_format='any_of'):
        return model_json_schema(cls, by_alias, ref_template, schema_generator, mode)

    @classmethod
    def model_parametrized_name(cls, params):
        if not issubclass(cls, Generic):
            raise TypeError('Concrete names should only be generated for generic models.')
        return f"{cls.__name__}[{', '.join(each if isinstance(each, str) else display_as_type(each) for each in params)}]"

    def model_post_init(self, context, /):
        pass

    @classmethod
    def model_rebuild(cls, *, force=False, raise_errors=True, _parent_namespace_depth=2, _types_namespace=None):
        if cls.__pydantic_complete__ and not force:
            return None
        space = _types_namespace
        if space is None:
            space = {}
            if _parent_namespace_depth > 0:
                frame = sys._getframe(_parent_namespace_depth - 1)
                space = dict(frame.f_locals)
        cls.__pydantic_complete__ = False
        return _complete(cls, raise_errors, [space])

    @classmethod
    def model_validate(cls, obj, *, strict=None, extra=None, from_attributes=None, context=None, by_alias=None, by_name=None):
        _check_ways(by_alias, by_name)
        return cls.__pydantic_validator__.validate_python(obj, strict=strict, extra=extra, from_attributes=from_attributes, context=context,
                                                          by_alias=by_alias, by_name=by_name)

    @classmethod
    def model_validate_json(cls, json_data, *, strict=None, extra=None, context=None, by_alias=None, by_name=None):
        _check_ways(by_alias, by_name)
        return cls.__pydantic_validator__.validate_json(json_data, strict=strict, extra=extra, context=context, by_alias=by_alias, by_name=by_name)

    @classmethod
    def model_validate_strings(cls, obj, *, strict=None, extra=None, context=None, by_alias=None, by_name=None):
        _check_ways(by_alias, by_name)
        return cls.__pydantic_validator__.validate_strings(obj, strict=strict, extra=extra, context=context, by_alias=by_alias, by_name=by_name)

    @classmethod
    def __get_pydantic_core_schema__(cls, source, handler, /):
        return handler(source)

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema, handler, /):
        return handler(core_schema)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs):
        pass

    @classmethod
    def __pydantic_on_complete__(cls):
        pass

    def __class_getitem__(cls, typevar_values):
        return _generics.parametrized(cls, typevar_values)

    def _like(self, made, values, extra, private):
        _set(made, '__dict__', values)
        _set(made, '__pydantic_extra__', extra)
        _set(made, '__pydantic_fields_set__', copy(self.__pydantic_fields_set__))
        _set(made, '__pydantic_private__', private)
        return made

    def __copy__(self):
        private = getattr(self, '__pydantic_private__', None)
        return BaseModel._like(self, type(self).__new__(type(self)), copy(self.__dict__), copy(self.__pydantic_extra__),
                               None if private is None else dict(private))

    def __deepcopy__(self, memo=None):
        memo = {} if memo is None else memo
        made = memo[id(self)] = type(self).__new__(type(self))
        private = getattr(self, '__pydantic_private__', None)
        return BaseModel._like(self, made, deepcopy(self.__dict__, memo), deepcopy(self.__pydantic_extra__, memo),
                               None if private is None else deepcopy(private, memo))

    def __getattr__(self, item):
        private = object.__getattribute__(self, '__private_attributes__')
        if item in private:
            attribute = private[item]
            if hasattr(attribute, '__get__'):
                return attribute.__get__(self, type(self))
            try:
                return self.__pydantic_private__[item]
            except (KeyError, TypeError) as error:
                raise AttributeError(f'{type(self).__name__!r} object has no attribute {item!r}') from error
        try:
            extra = object.__getattribute__(self, '__pydantic_extra__')
        except AttributeError:
            extra = None
        if extra and item in extra:
            return extra[item]
        if hasattr(self.__class__, item):
            return super().__getattribute__(item)
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {item!r}')

    def __setattr__(self, name, value):
        cls = self.__class__
        if name in cls.__class_vars__:
            raise AttributeError(f'{name!r} is a ClassVar of `{cls.__name__}` and cannot be set on an instance. If you want to set a value on '
                                 f'the class, use `{cls.__name__}.{name} = value`.')
        if name.startswith('_'):
            attribute = cls.__private_attributes__.get(name)
            if attribute is None:
                _set(self, name, value)
            elif hasattr(attribute, '__set__'):
                attribute.__set__(self, value)
            else:
                if getattr(self, '__pydantic_private__', None) is None:
                    _set(self, '__pydantic_private__', {})
                self.__pydantic_private__[name] = value
            return
        attribute = getattr(cls, name, None)
        if isinstance(attribute, cached_property):
            self.__dict__[name] = value
            return
        _check_frozen(cls, name, value)
        if isinstance(attribute, property):
            attribute.__set__(self, value)
        elif cls.model_config.get('validate_assignment'):
            self.__pydantic_validator__.validate_assignment(self, name, value)
        elif name in cls.__pydantic_fields__:
            self.__dict__[name] = value
            self.__pydantic_fields_set__.add(name)
        elif cls.model_config.get('extra') != 'allow':
            raise ValueError(f'"{cls.__name__}" object has no field "{name}"')
        elif attribute is not None:
            _set(self, name, value)
        else:
            if self.__pydantic_extra__ is None:
                _set(self, '__pydantic_extra__', {})
            self.__pydantic_extra__[name] = value
            self.__pydantic_fields_set__.add(name)

    def __delattr__(self, item):
        cls = type(self)
        if item in cls.__private_attributes__:
            attribute = cls.__private_attributes__[item]
            if hasattr(attribute, '__delete__'):
                attribute.__delete__(self)
                return
            try:
                del self.__pydantic_private__[item]
                return
            except KeyError as error:
                raise AttributeError(f'{cls.__name__!r} object has no attribute {item!r}') from error
        if isinstance(getattr(cls, item, None), cached_property):
            return object.__delattr__(self, item)
        _check_frozen(cls, item, None)
        if item in cls.__pydantic_fields__:
            object.__delattr__(self, item)
        elif self.__pydantic_extra__ is not None and item in self.__pydantic_extra__:
            del self.__pydantic_extra__[item]
        else:
            try:
                object.__delattr__(self, item)
            except AttributeError:
                raise AttributeError(f'{cls.__name__!r} object has no attribute {item!r}')

    def __replace__(self, **changes):
        return self.model_copy(update=changes)

    def __getstate__(self):
        return {'__dict__': self.__dict__, '__pydantic_extra__': self.__pydantic_extra__, '__pydantic_fields_set__': self.__pydantic_fields_set__,
                '__pydantic_private__': self.__pydantic_private__}

    def __setstate__(self, state):
        for name in ('__pydantic_fields_set__', '__pydantic_extra__', '__pydantic_private__', '__dict__'):
            _set(self, name, state.get(name, {}))

    def __eq__(self, other):
        if not isinstance(other, BaseModel):
            return NotImplemented
        kind = lambda model: model.__pydantic_generic_metadata__['origin'] or model.__class__
        if kind(self) is not kind(other) or getattr(self, '__pydantic_private__', None) != getattr(other, '__pydantic_private__', None) or (
                self.__pydantic_extra__ or {}) != (other.__pydantic_extra__ or {}):
            return False
        if self.__dict__ == other.__dict__:
            return True
        names = type(self).__pydantic_fields__.keys()
        if self.__dict__.keys() <= names and other.__dict__.keys() <= names:
            return False
        return all(self.__dict__.get(name, PydanticUndefined) == other.__dict__.get(name, PydanticUndefined) for name in names)

    def __iter__(self):
        yield from [(name, value) for name, value in self.__dict__.items() if not name.startswith('_')]
        if self.__pydantic_extra__:
            yield from self.__pydantic_extra__.items()

    def __repr__(self):
        return f"{self.__repr_name__()}({self.__repr_str__(', ')})"

    def __repr_args__(self):
        computed = [(name, getattr(self, name)) for name, info in self.__pydantic_computed_fields__.items() if info.repr]
        for name, value in self.__dict__.items():
            field = self.__pydantic_fields__.get(name)
            if field and field.repr:
                yield name, value if value is not self else self.__repr_recursion__(value)
        try:
            extra = object.__getattribute__(self, '__pydantic_extra__')
        except AttributeError:
            extra = None
        yield from (extra or {}).items()
        yield from computed

    __repr_name__, __repr_recursion__ = Representation.__repr_name__, Representation.__repr_recursion__
    __repr_str__, __rich_repr__ = Representation.__repr_str__, Representation.__rich_repr__

    def __str__(self):
        return self.__repr_str__(' ')

    @property
    def __fields__(self):
        _old('The `__fields__` attribute is deprecated, use the `model_fields` class property instead.')
        return getattr(type(self), '__pydantic_fields__', {})

    @property
    def __fields_set__(self):
        _old('The `__fields_set__` attribute is deprecated, use `model_fields_set` instead.')
        return self.__pydantic_fields_set__

    def dict(self, *, include=None, exclude=None, by_alias=False, exclude_unset=False, exclude_defaults=False, exclude_none=False):
        _old('The `dict` method is deprecated; use `model_dump` instead.')
        return self.model_dump(include=include, exclude=exclude, by_alias=by_alias, exclude_unset=exclude_unset,
                               exclude_defaults=exclude_defaults, exclude_none=exclude_none)

    def json(self, *, include=None, exclude=None, by_alias=False, exclude_unset=False, exclude_defaults=False, exclude_none=False,
             encoder=PydanticUndefined, models_as_dict=PydanticUndefined, **dumps_kwargs):
        _old('The `json` method is deprecated; use `model_dump_json` instead.')
        if encoder is not PydanticUndefined:
            raise TypeError('The `encoder` argument is no longer supported; use field serializers instead.')
        if models_as_dict is not PydanticUndefined:
            raise TypeError('The `models_as_dict` argument is no longer supported; use a model serializer instead.')
        if dumps_kwargs:
            raise TypeError('`dumps_kwargs` keyword arguments are no longer supported.')
        return self.model_dump_json(include=include, exclude=exclude, by_alias=by_alias, exclude_unset=exclude_unset,
                                    exclude_defaults=exclude_defaults, exclude_none=exclude_none)

    @classmethod
    def parse_obj(cls, obj):
        _old('The `parse_obj` method is deprecated; use `model_validate` instead.')
        return cls.model_validate(obj)

    @classmethod
    def parse_raw(cls, b, *, content_type=None, encoding='utf8', proto=None, allow_pickle=False):
        _old('The `parse_raw` method is deprecated; if your data is JSON use `model_validate_json`, otherwise load the data then use '
             '`model_validate` instead.')
        import json
        failed = None
        try:
            obj = json.loads(b)
        except ValueError as error:
            failed = error
        if failed is not None:
            kind = 'value_error.jsondecode' if isinstance(failed, json.JSONDecodeError) else 'value_error'
            raise ValidationError.from_exception_data(cls.__name__, [
                {'type': pydantic_core.PydanticCustomError(kind, str(failed)), 'loc': ('__root__',), 'input': b}])
        return cls.model_validate(obj)

    @classmethod
    def parse_file(cls, path, **kwargs):
        _old('The `parse_file` method is deprecated; load the data from file, then if your data is JSON use `model_validate_json`, otherwise '
             '`model_validate` instead.')
        with open(path, 'rb') as file:
            return cls.model_validate_json(file.read())

    @classmethod
    def from_orm(cls, obj):
        _old("The `from_orm` method is deprecated; set `model_config['from_attributes']=True` and use `model_validate` instead.")
        if not cls.model_config.get('from_attributes'):
            raise PydanticUserError('You must set the config attribute `from_attributes=True` to use from_orm', code=None)
        return cls.model_validate(obj)

    @classmethod
    def construct(cls, _fields_set=None, **values):
        _old('The `construct` method is deprecated; use `model_construct` instead.')
        return cls.model_construct(_fields_set=_fields_set, **values)

    def copy(self, *, include=None, exclude=None, update=None, deep=False):
        _old('The `copy` method is deprecated; use `model_copy` instead. See the docstring of `BaseModel.copy` for details about how to handle '
             '`include` and `exclude`.')
        made = self.model_copy(deep=deep)
        if include is not None or exclude is not None:
            from ._narrowed import narrow
            narrow(made, include, exclude)
        return made.model_copy(update=update) if update else made

    @classmethod
    def schema(cls, by_alias=True, ref_template=DEFAULT_REF_TEMPLATE):
        _old('The `schema` method is deprecated; use `model_json_schema` instead.')
        return cls.model_json_schema(by_alias=by_alias, ref_template=ref_template)

    @classmethod
    def schema_json(cls, *, by_alias=True, ref_template=DEFAULT_REF_TEMPLATE, **dumps_kwargs):
        _old('The `schema_json` method is deprecated; use `model_json_schema` and json.dumps instead.')
        import json
        return json.dumps(cls.model_json_schema(by_alias=by_alias, ref_template=ref_template), **dumps_kwargs)

    @classmethod
    def validate(cls, value):
        _old('The `validate` method is deprecated; use `model_validate` instead.')
        return cls.model_validate(value)

    @classmethod
    def update_forward_refs(cls, **localns):
        _old('The `update_forward_refs` method is deprecated; use `model_rebuild` instead.')
        if localns:
            raise TypeError('`localns` arguments are not longer accepted.')
        cls.model_rebuild(force=True)


def _check_frozen(cls, name, value):
    if cls.model_config.get('frozen'):
        kind = 'frozen_instance'
    elif getattr(cls.__pydantic_fields__.get(name), 'frozen', False):
        kind = 'frozen_field'
    else:
        return
    raise ValidationError.from_exception_data(cls.__name__, [{'type': kind, 'loc': (name,), 'input': value}])


def create_model(model_name, /, *, __config__=None, __doc__=None, __base__=None, __module__=None, __validators__=None, __namespace__=None,
                 __cls_kwargs__=None, __qualname__=None, **field_definitions):
    bases = (BaseModel,) if __base__ is None else __base__ if isinstance(__base__, tuple) else (__base__,)
    fields, annotations = {}, {}
    for name, told in field_definitions.items():
        if isinstance(told, tuple):
            if len(told) != 2:
                raise PydanticUserError(f'Field definition for {name!r} should a single element representing the type or a two-tuple, the first '
                                        'element being the type and the second element the assigned value (either a default or the `Field()` '
                                        'function).', code='create-model-field-definitions')
            annotations[name], fields[name] = told
        else:
            annotations[name] = told
    namespace = {'__annotations__': annotations, '__module__': __module__ or sys._getframe(1).f_globals['__name__']}
    if __doc__:
        namespace['__doc__'] = __doc__
    if __qualname__ is not None:
        namespace['__qualname__'] = __qualname__
    namespace.update(__validators__ or {})
    namespace.update(__namespace__ or {})
    namespace.update(fields)
    if __config__:
        namespace['model_config'] = __config__
    resolved = types.resolve_bases(bases)
    meta, made, kwds = types.prepare_class(model_name, resolved, __cls_kwargs__ or {})
    if resolved is not bases:
        made['__orig_bases__'] = bases
    namespace.update(made)
    return meta(model_name, resolved, namespace, __pydantic_reset_parent_namespace__=False, **kwds)
