"""How the class of a model is made."""
import operator
import sys
import types
import typing
from abc import ABCMeta
from typing import Generic, get_args, get_origin
from pydantic_core import PydanticUndefined, SchemaSerializer, SchemaValidator

from ._told import told
from . import _generics
from ._decorators import Decorated, Infos
from ._evaluation import eval_type, spaces_of
from ._schema import GenerateSchema
from .config import Config
from .errors import PydanticUndefinedAnnotation, PydanticUserError
from .fields import ComputedFieldInfo, FieldInfo, ModelPrivateAttr, PrivateAttr
from .warnings import GenericBeforeBaseModelWarning, PydanticDeprecatedSince20, PydanticDeprecatedSince211
from ._configured import _is_class_var, configured
from ._mocks import _mock
from ._deprecated import _Deprecated

_set = object.__setattr__


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
        from .main import BaseModel
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
        if Generic in mro and mro.index(Generic) < mro.index(BaseModel):
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
    from .main import BaseModel
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


_DEPRECATED = {'dict', 'json', 'copy', '_iter', 'parse_obj', 'parse_raw', 'parse_file', 'from_orm', 'construct', 'schema', 'schema_json',
               'validate', 'update_forward_refs'}
