"""Models."""
import operator
import sys
import types
import typing
import warnings
from abc import ABCMeta
from copy import copy, deepcopy
from functools import cached_property
from typing import Any, ClassVar, Generic, get_args, get_origin

import pydantic_core
from pydantic_core import PydanticUndefined, SchemaSerializer, SchemaValidator, ValidationError

from ._told import told
from . import _generics
from ._decorators import Decorated, Infos
from ._repr import Representation, display_as_type
from ._schema import GenerateSchema, eval_type, spaces_of
from .aliases import AliasChoices, AliasGenerator, AliasPath
from .config import Config, ConfigDict
from .errors import PydanticUndefinedAnnotation, PydanticUserError
from .fields import ComputedFieldInfo, FieldInfo, ModelPrivateAttr, PrivateAttr
from .json_schema import DEFAULT_REF_TEMPLATE, GenerateJsonSchema, model_json_schema
from .version import version_short
from .warnings import (GenericBeforeBaseModelWarning, PydanticDeprecatedSince20, PydanticDeprecatedSince211)

IncEx = Any
_set = object.__setattr__


def _is_class_var(hint):
    if isinstance(hint, str):
        return hint.startswith(('ClassVar', 'typing.ClassVar', 't.ClassVar'))
    if get_origin(hint) is typing.Annotated:
        hint = get_args(hint)[0]
    if isinstance(hint, typing.ForwardRef):
        return hint.__forward_arg__.startswith('ClassVar')
    return hint is ClassVar or get_origin(hint) is ClassVar


def configured(config, name, field):
    """Gives a field the names and the title that generators make."""
    title = field.field_title_generator or config.field_title_generator
    if title is not None and field.title is None:
        field.title = title(name, field)
        if not isinstance(field.title, str):
            raise TypeError(f'field_title_generator {title} must return str, not {field.title.__class__}')
    make = config.alias_generator
    if make is None or not (field.alias_priority is None or field.alias_priority <= 1 or field.alias is None
                            or field.validation_alias is None or field.serialization_alias is None):
        return
    alias = given = dumped = None
    if isinstance(make, AliasGenerator):
        alias, given, dumped = make.generate_aliases(name)
    else:
        alias = make(name)
        if not isinstance(alias, str):
            raise TypeError(f'alias_generator {make} must return str, not {alias.__class__}')
    first = lambda one, other: other if one is None else one
    if field.alias_priority is None or field.alias_priority <= 1:
        field.alias_priority = 1
    if field.alias_priority == 1:
        field.serialization_alias, field.validation_alias, field.alias = first(dumped, alias), first(given, alias), alias
    if field.alias is None:
        field.alias = alias
    if field.serialization_alias is None:
        field.serialization_alias = first(dumped, alias)
    if field.validation_alias is None:
        field.validation_alias = first(given, alias)


def complete_fields(cls, generator):
    """Looks up the annotations of fields that could not be looked up before."""
    config = Config(cls.model_config)
    fields = {}
    for name, field in cls.__pydantic_fields__.items():
        if not field._complete:
            hint = generator.resolve(field._original_annotation)
            given = field._original_assignment
            made = FieldInfo.from_annotation(hint) if given is PydanticUndefined else FieldInfo.from_annotated_attribute(hint, given)
            configured(config, name, made)
            if cls.__pydantic_generic_metadata__['args']:
                made.annotation = _generics.replaced(made.annotation, _generics.of_model(cls))
            field = made
        fields[name] = field
    cls.__pydantic_fields__ = fields


class _Mock:
    """What stands for the validator or serializer of a model that is not complete."""

    def __init__(self, text, code, cls=None):
        self._text, self._code, self._cls = text, code, cls

    def __getattr__(self, name):
        if name.startswith('__') or name in ('run', 'schema', 'model_schema'):
            raise AttributeError(name)
        cls = self._cls
        if cls is not None and cls.model_rebuild(raise_errors=False, _parent_namespace_depth=4):
            made = cls.__pydantic_validator__ if self is not cls.__dict__.get('__pydantic_serializer__') and name.startswith('valid') else cls.__pydantic_serializer__
            return getattr(made, name)
        raise PydanticUserError(self._text, code=self._code)


class _Namespace(dict):
    """The names of a class in the making: says so when a marked function takes the place of another."""

    def __setitem__(self, name, value):
        before = self.get(name)
        if isinstance(before, Decorated) and value is not before:
            mark = getattr(before.decorator_info, 'kind', 'computed_fields')[:-1]
            told(f'`{name}` overrides an existing Pydantic `@{mark}` decorator')
        super().__setitem__(name, value)


class ModelMetaclass(ABCMeta):
    @classmethod
    def __prepare__(mcs, *args, **kwargs):
        return _Namespace()

    def __new__(mcs, cls_name, bases, namespace, __pydantic_generic_metadata__=None, __pydantic_reset_parent_namespace__=True,
                _create_model_module=None, **kwargs):
        if not bases:
            return super().__new__(mcs, cls_name, bases, namespace, **kwargs)
        base_fields, class_vars, private = set(), set(), {}
        for base in bases:
            if isinstance(base, ModelMetaclass) and '__private_attributes__' in dir(base) and hasattr(base, '__class_vars__'):
                base_fields.update(getattr(base, '__pydantic_fields__', {}))
                class_vars.update(base.__class_vars__)
                private.update(base.__private_attributes__)
        config = Config.of_class(bases, namespace, kwargs)
        namespace['model_config'] = dict(config.given)
        own_private, ignored, private_names, names = _inspected(namespace, config.ignored_types, class_vars)
        namespace['__class_vars__'] = class_vars
        namespace['__private_attributes__'] = {**private, **own_private}
        cls = super().__new__(mcs, cls_name, bases, namespace, **kwargs)
        mro = cls.__mro__
        if Generic in mro and 'BaseModel' in globals() and mro.index(Generic) < mro.index(BaseModel):
            told('Classes should inherit from `BaseModel` before generic classes (e.g. `typing.Generic[T]`) for pydantic generics to '
                          'work properly.', GenericBeforeBaseModelWarning)
        cls.__pydantic_custom_init__ = not getattr(cls.__init__, '__pydantic_base_init__', False)
        cls.__pydantic_decorators__ = Infos.build(cls)
        for name, each in cls.__pydantic_decorators__.computed_fields.items():
            each.info.configured(config, name)
        _set_generics(cls, __pydantic_generic_metadata__, bases)
        cls.__pydantic_complete__ = False
        for name, attribute in own_private.items():
            attribute.__set_name__(cls, name)
        if __pydantic_reset_parent_namespace__:
            frame = sys._getframe(1)
            while frame is not None and frame.f_code.co_name == '__new__' and frame.f_globals.get('__name__', '').startswith('pydantic'):
                frame = frame.f_back
            cls.__pydantic_parent_space__ = dict(frame.f_locals) if frame is not None and frame.f_locals is not frame.f_globals and \
                frame.f_code.co_name != '<module>' else None
        _collect(cls, config, bases, base_fields, own_private, ignored, private_names, names)
        if cls.__private_attributes__:
            original = namespace.get('model_post_init') or next(
                (base.__dict__['model_post_init'] for base in mro[1:] if 'model_post_init' in base.__dict__), None)
            if original is not None and original is not BaseModel.__dict__['model_post_init'] and original is not _init_private:
                def wrapped(self, context, /):
                    _init_private(self, context)
                    original(self, context)

                wrapped.__name__, wrapped.__qualname__ = 'model_post_init', getattr(original, '__qualname__', 'model_post_init')
                cls.model_post_init = wrapped
            else:
                cls.model_post_init = _init_private
        cls.__pydantic_post_init__ = None if cls.model_post_init is BaseModel.model_post_init else 'model_post_init'
        cls.__pydantic_computed_fields__ = {name: each.info for name, each in cls.__pydantic_decorators__.computed_fields.items()}
        if config.defer_build:
            _mock(cls)
        else:
            _complete(cls, raise_errors=False)
        if config.frozen and '__hash__' not in namespace:
            _set_hash(cls, bases)
        super(cls, cls).__pydantic_init_subclass__(**kwargs)
        return cls

    def __getattr__(self, item):
        private = self.__dict__.get('__private_attributes__')
        if private and item in private:
            return private[item]
        raise AttributeError(item)

    def __dir__(self):
        return [name for name in super().__dir__() if name != '__fields__']

    @property
    def __fields__(self):
        told('The `__fields__` attribute is deprecated, use the `model_fields` class property instead.', PydanticDeprecatedSince20)
        return getattr(self, '__pydantic_fields__', {})

    @property
    def __pydantic_fields_complete__(self):
        return all(field._complete for field in getattr(self, '__pydantic_fields__', {}).values())

    @property
    def __signature__(self):
        if '__pydantic_fields__' not in self.__dict__ or self.__name__ == 'BaseModel' and self.__module__ == 'pydantic.main':
            raise AttributeError('__signature__')
        from ._signature import signature_of
        return signature_of(self)


ModelMetaclass.__module__ = 'pydantic._internal._model_construction'


def _set_generics(cls, given, bases):
    if given:
        cls.__pydantic_generic_metadata__ = given
        return
    before = getattr(cls, '__pydantic_generic_metadata__', {}).get('parameters', ())
    parameters = getattr(cls, '__parameters__', None) or before
    if parameters and before and not all(each in parameters for each in before):
        missing = tuple(each for each in parameters if each not in before)
        shown = ', '.join(str(each) for each in before + missing)
        text = f'All parameters must be present on typing.Generic; you should inherit from typing.Generic[{shown}].'
        if Generic not in bases:
            names = ', '.join([base.__name__ for base in bases] + [f'typing.Generic[{shown}]'])
            text += f' Note: `typing.Generic` must go last: `class {cls.__name__}({names}): ...`)'
        raise TypeError(text)
    cls.__pydantic_generic_metadata__ = {'origin': None, 'args': (), 'parameters': parameters}


_IGNORED = (types.FunctionType, property, classmethod, staticmethod, Decorated, ComputedFieldInfo, typing.TypeAliasType)


def _inspected(namespace, ignored_types, class_vars):
    """Private attributes, names of what is no field, and of what may be a private attribute or a field."""
    private, ignored, private_names, names = {}, set(), [], []
    kinds = (*ignored_types, *_IGNORED)
    if '__root__' in namespace:
        raise PydanticUserError("To define root models, use `pydantic.RootModel` rather than a field called '__root__'", code=None)
    for name, value in list(namespace.items()):
        if name in ('model_config', '__pydantic_extra__', 'Config'):
            continue
        if isinstance(value, type) and value.__module__ == namespace.get('__module__') and '__qualname__' in namespace and (
                value.__qualname__.startswith(f"{namespace['__qualname__']}.")):
            continue
        if isinstance(value, kinds) or type(value).__module__ == 'functools':
            if not name.startswith('__'):
                ignored.add(name)
        elif isinstance(value, ModelPrivateAttr):
            if name.startswith('__'):
                raise PydanticUserError(f'Private attributes must not use dunder names; use a single underscore prefix instead of {name!r}.', code=None)
            if not name.startswith('_'):
                raise PydanticUserError(f"Private attributes must not use valid field names; use sunder names, e.g. {'_' + name!r} instead of {name!r}.", code=None)
            private[name] = value
        elif isinstance(value, FieldInfo) and name.startswith('_'):
            raise PydanticUserError(f"Fields must not use names with leading underscores; e.g., use {name.lstrip('_') or 'my_field'!r} instead of {name!r}.", code=None)
        elif name.startswith('__'):
            continue
        elif name.startswith('_'):
            private_names.append(name)
        elif name not in class_vars:
            names.append(name)
    for name in private:
        del namespace[name]
    return private, ignored, private_names, names


def _collect(cls, config, bases, base_fields, own_private, ignored, private_names, names):
    """Finds the fields, class variables and private attributes of a class."""
    own = dict(cls.__dict__.get('__annotations__', {}))
    inherited = {}
    for base in reversed(bases):
        inherited.update(getattr(base, '__pydantic_fields__', None) or {})
    private, class_vars = {}, cls.__class_vars__
    if '__root__' in own:
        raise PydanticUserError("To define root models, use `pydantic.RootModel` rather than a field called '__root__'", code=None)
    for name in private_names:
        if not _is_class_var(own.get(name)):
            private[name] = PrivateAttr(default=cls.__dict__[name])
            delattr(cls, name)
    for name in names:
        if name in own:
            continue
        if name in base_fields:
            raise PydanticUserError(f'Field {name!r} defined on a base class was overridden by a non-annotated attribute. All field '
                                    'definitions, including overrides, require a type annotation.', code='model-field-overridden')
        value = cls.__dict__[name]
        if isinstance(value, FieldInfo):
            raise PydanticUserError(f'Field {name!r} requires a type annotation', code='model-field-missing-annotation')
        raise PydanticUserError(f'A non-annotated attribute was detected: `{name} = {value!r}`. All model fields require a type annotation; '
                                f'if `{name}` is not meant to be a field, you may be able to resolve this error by annotating it as a '
                                "`ClassVar` or updating `model_config['ignored_types']`.", code='model-field-missing-annotation')
    hints = {}
    for base in reversed(cls.__mro__):
        given = base.__dict__.get('__annotations__') if base is not object else None
        if not given or base.__module__ == 'pydantic.main' and base.__name__ == 'BaseModel':
            continue
        spaces = None
        for name, hint in given.items():
            if base is not cls and isinstance(base, ModelMetaclass) and name in inherited:
                hints[name] = (inherited[name].annotation, True)
                continue
            if spaces is None:
                spaces = spaces_of(base, getattr(cls, '__pydantic_parent_space__', None))
            try:
                hints[name] = (eval_type(hint, spaces), True)
            except NameError:
                hints[name] = (hint, False)
    fields, known = {}, _generics.of_model(cls)
    for name, (hint, complete) in hints.items():
        if name in ('model_config', '__pydantic_extra__'):
            continue
        _check_name(name, config, bases, cls)
        if _is_class_var(hint):
            class_vars.add(name)
            continue
        if name.startswith('_'):
            if not name.startswith('__') and name in own and name not in private and name not in own_private and name not in ignored:
                found = next((mark for mark in get_args(hint)[1:] if isinstance(mark, ModelPrivateAttr)), None) if get_origin(
                    hint) is typing.Annotated else None
                private[name] = found or PrivateAttr()
            continue
        given = getattr(cls, name, PydanticUndefined)
        if given is not PydanticUndefined and name in _DEPRECATED and getattr(given, '__func__', given) is getattr(
                getattr(BaseModel, name), '__func__', getattr(BaseModel, name)):
            given = PydanticUndefined
        if cls.__pydantic_root_model__ and name != 'root':
            raise PydanticUserError(f"Unexpected field with name {name!r}; only 'root' is allowed as a field of a `RootModel`", code=None)
        for base in bases:
            if hasattr(base, name) and name in own and base is not cls.__pydantic_generic_metadata__['origin']:
                import dataclasses
                if dataclasses.is_dataclass(base) and name in {field.name for field in dataclasses.fields(base)}:
                    continue
                told(f'Field name "{name}" in "{cls.__qualname__}" shadows an attribute in parent "{base.__qualname__}"', UserWarning)
        if given is PydanticUndefined:
            if name in own or name not in inherited:
                field = FieldInfo.from_annotation(hint) if complete else _unknown(hint, PydanticUndefined)
            else:
                field = inherited[name]._copy()
                if known:
                    field.annotation = _generics.replaced(field.annotation, known)
                    field._original_annotation = _generics.replaced(field._original_annotation, known) if field._complete else field._original_annotation
        else:
            if isinstance(given, FieldInfo) and name in inherited and name not in own:
                pass
            field = FieldInfo.from_annotated_attribute(hint, given) if complete else _unknown(hint, given)
            if complete and 'final' in field._qualifiers and not field.is_required():
                told(f'Annotation {name!r} is marked as final and has a default value. Pydantic treats {name!r} as a class variable, '
                              'but it will be considered as a normal field in V3 to be aligned with dataclasses. If you still want '
                              f'{name!r} to be considered as a class variable, annotate it as: `ClassVar[<type>] = <default>.`',
                              category=PydanticDeprecatedSince211)
                class_vars.add(name)
                continue
            try:
                delattr(cls, name)
            except AttributeError:
                pass
        if name in cls.__pydantic_decorators__.computed_fields:
            raise TypeError(f'Field {name!r} of class {cls.__name__!r} overrides symbol of same name in a parent class. This override with a '
                            'computed_field is incompatible.')
        fields[name] = field
        if field._complete:
            configured(config, name, field)
    if config.use_attribute_docstrings:
        _document(cls, fields)
    cls.__pydantic_fields__ = fields
    cls.__private_attributes__.update(private)
    for name in class_vars:
        value = cls.__private_attributes__.pop(name, None)
        if value is not None and value.default is not PydanticUndefined:
            setattr(cls, name, value.default)


def _document(cls, fields):
    import ast
    import inspect
    import textwrap
    try:
        body = ast.parse(textwrap.dedent(inspect.getsource(cls))).body[0].body
    except (OSError, TypeError, SyntaxError):
        return
    for one, other in zip(body, body[1:]):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name) and isinstance(other, ast.Expr) and isinstance(
                getattr(other.value, 'value', None), str) and one.target.id in fields and fields[one.target.id].description is None:
            fields[one.target.id].description = inspect.cleandoc(other.value.value)


def _unknown(hint, given):
    """A field whose annotation names what is not there yet."""
    from .fields import unwrapped
    field = FieldInfo(annotation=hint) if not isinstance(given, FieldInfo) and given is PydanticUndefined else (
        given._copy() if isinstance(given, FieldInfo) else FieldInfo(annotation=hint, default=given))
    field.annotation = typing.ForwardRef(hint) if isinstance(hint, str) else hint
    field._complete, field._original_annotation, field._original_assignment = False, hint, given
    return field


def _check_name(name, config, bases, cls):
    spaces = config.protected_namespaces
    for space in spaces:
        if not (name.startswith(space) if isinstance(space, str) else space.match(name)):
            continue
        for base in bases:
            if hasattr(base, name):
                if not (isinstance(base, ModelMetaclass) and name in getattr(base, '__pydantic_fields__', {})):
                    raise ValueError(f'Field {name!r} conflicts with member {getattr(base, name)} of protected namespace {space!r}.')
                return
        valid = [repr(each) if isinstance(each, str) else f're.compile({each.pattern!r})' for each in spaces if not (
            name.startswith(each) if isinstance(each, str) else each.match(name))]
        shown = f"({', '.join(valid)}{',)' if len(valid) == 1 else ')'}"
        told(f'Field {name!r} in {cls.__name__!r} conflicts with protected namespace {space!r}.\n\nYou may be able to solve this by '
                      f"setting the 'protected_namespaces' configuration to {shown}.", UserWarning)


def _mock(cls, name='all referenced types'):
    text = f'`{cls.__name__}` is not fully defined; you should define {name}, then call `{cls.__name__}.model_rebuild()`.'
    cls.__pydantic_core_schema__ = None
    cls.__pydantic_validator__, cls.__pydantic_serializer__ = (_Mock(text, 'class-not-fully-defined', cls) for _ in range(2))


def _complete(cls, raise_errors=True, spaces=()):
    generator = GenerateSchema(Config(cls.model_config), spaces)
    try:
        schema = generator._recursive(cls, f'{cls.__module__}.{cls.__qualname__}:{id(cls)}', lambda: generator.model_schema(cls))
    except PydanticUndefinedAnnotation as error:
        if raise_errors:
            raise
        _mock(cls, f'`{error.name}`')
        return False
    config = Config(cls.model_config).core(cls.__name__)
    cls.__pydantic_computed_fields__ = {name: each.info for name, each in cls.__pydantic_decorators__.computed_fields.items()}
    for name, told in [*cls.__pydantic_fields__.items(), *cls.__pydantic_computed_fields__.items()]:
        text = told.deprecation_message
        if text is not None:
            setattr(cls, name, _Deprecated(name, text, getattr(told, 'wrapped_property', None)))
    cls.__pydantic_core_schema__ = schema
    validator = SchemaValidator(schema, config)
    validator.model_schema, validator.model_run = schema, validator.run
    cls.__pydantic_validator__, cls.__pydantic_serializer__ = validator, SchemaSerializer(schema, config)
    cls.__pydantic_complete__ = True
    cls.__pydantic_on_complete__()
    return True


class _Deprecated:
    def __init__(self, name, text, wrapped):
        self.name, self.text, self.wrapped = name, text, wrapped

    def __get__(self, obj, kind=None):
        if obj is None:
            if self.wrapped is not None:
                return self.wrapped.__get__(None, kind)
            raise AttributeError(self.name)
        told(self.text, DeprecationWarning)
        return self.wrapped.__get__(obj, kind) if self.wrapped is not None else obj.__dict__[self.name]

    def __set__(self, obj, value):
        raise AttributeError(self.name)


def _init_private(self, context, /):
    if getattr(self, '__pydantic_private__', None) is None:
        values = {}
        for name, attribute in self.__private_attributes__.items():
            takes = attribute.default_factory_takes_validated_data
            default = attribute.get_default(call_default_factory=True, **({'validated_data': {**self.__dict__, **values}} if takes else {}))
            if default is not PydanticUndefined:
                values[name] = default
        _set(self, '__pydantic_private__', values)


class _Lenient:
    def __init__(self, values):
        self.values = values

    def __getitem__(self, name):
        return self.values.get(name, PydanticUndefined)


def _set_hash(cls, bases):
    names = tuple(cls.__pydantic_fields__)
    before = next((base.__dict__['__hash__'] for base in cls.__mro__[1:] if '__hash__' in base.__dict__), None)
    if before is None or before is object.__hash__ or getattr(before, '_of_model', False):
        getter = operator.itemgetter(*names) if names else lambda values: 0

        def hash_func(self):
            try:
                return hash(getter(self.__dict__))
            except KeyError:
                return hash(getter(_Lenient(self.__dict__)))

        hash_func._of_model = True
        cls.__hash__ = hash_func


class _ClassOnly:
    """A class method that instances should not be asked for."""

    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        if instance is not None:
            name = self.function.__name__
            told(f'Accessing the {name!r} attribute on the instance is deprecated. Instead, you should access this attribute from '
                          'the model class.', PydanticDeprecatedSince211)
        return self.function(owner)


def _check_ways(by_alias, by_name):
    if by_alias is False and by_name is not True:
        raise PydanticUserError('At least one of `by_alias` or `by_name` must be set to True.', code='validate-by-alias-and-name-false')


_DEPRECATED = {'dict', 'json', 'copy', '_iter', 'parse_obj', 'parse_raw', 'parse_file', 'from_orm', 'construct', 'schema', 'schema_json',
               'validate', 'update_forward_refs'}


def _old(text):
    told(text, PydanticDeprecatedSince20)


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
