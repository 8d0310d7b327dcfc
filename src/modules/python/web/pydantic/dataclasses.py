"""Dataclasses that validate."""
import dataclasses
import sys
import types
from typing import get_origin, ClassVar

from pydantic_core import ArgsKwargs, PydanticUndefined, SchemaSerializer, SchemaValidator

from . import _generics
from ._decorators import Infos
from ._configured import configured
from ._evaluation import eval_type, spaces_of
from ._schema import GenerateSchema
from .config import Config, prepared
from .errors import PydanticUndefinedAnnotation, PydanticUserError
from .fields import Field, FieldInfo


def is_pydantic(cls):
    return cls.__dict__.get('__is_pydantic_dataclass__', False)


def is_pydantic_dataclass(cls, /):
    return dataclasses.is_dataclass(cls) and '__is_pydantic_dataclass__' in cls.__dict__


def fields_of(cls, generator, config):
    """The fields of a dataclass as models know them."""
    found = {}
    for base in reversed(cls.__mro__):
        if not dataclasses.is_dataclass(base):
            continue
        spaces = [*spaces_of(base, getattr(cls, '__pydantic_parent_space__', None)), *generator.spaces]
        own = base.__dict__.get('__annotations__', {})
        for name, field in base.__dataclass_fields__.items():
            if name not in own:
                continue
            try:
                hint = eval_type(field.type if not isinstance(field.type, dataclasses.InitVar) else field.type, spaces)
                if isinstance(hint, dataclasses.InitVar) and isinstance(hint.type, str):
                    hint = dataclasses.InitVar(eval_type(hint.type, spaces))
            except NameError as error:
                raise PydanticUndefinedAnnotation.from_name_error(error) from error
            if hint is ClassVar or get_origin(hint) is ClassVar:
                continue
            if not field.init and field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
                continue
            given = field.default if isinstance(field.default, FieldInfo) else field
            if isinstance(given, FieldInfo) and given.init_var and given.init is False:
                raise PydanticUserError(f'Dataclass field {name} has init=False and init_var=True, but these are mutually exclusive.',
                                        code='clashing-init-and-init-var')
            made = FieldInfo.from_annotated_attribute(hint, given)
            if generator.known:
                made.annotation = _generics.replaced(made.annotation, generator.known)
            found[name] = made
            configured(config, name, made)
            if made.default is not PydanticUndefined and isinstance(getattr(cls, name, made), FieldInfo):
                setattr(cls, name, made.default)
    return found


def dataclass(_cls=None, *, init=False, repr=True, eq=True, order=False, unsafe_hash=False, frozen=None, config=None, validate_on_init=None,
              kw_only=False, slots=False):
    assert init is False, 'pydantic.dataclasses.dataclass only supports init=False'

    def make(cls):
        from .main import BaseModel
        if isinstance(cls, type) and issubclass(cls, BaseModel):
            raise PydanticUserError(f'Cannot create a Pydantic dataclass from {cls.__name__} as it is already a Pydantic model',
                                    code='dataclass-on-model')
        given = config if config is not None else cls.__dict__.get('__pydantic_config__', getattr(cls, '__pydantic_config__', None))
        given = prepared(given) if given is not None else {}
        infos = Infos.build(cls)
        for name, each in infos.computed_fields.items():
            each.info.configured(Config(given), name)
        original = cls.__doc__
        if dataclasses.is_dataclass(cls) and '__dataclass_fields__' in cls.__dict__:
            cls = types.new_class(cls.__name__, (cls,), exec_body=lambda body: body.update(
                {'__module__': cls.__module__, '__qualname__': cls.__qualname__, '__doc__': cls.__doc__, '__annotations__': {}}))
            infos = Infos.build(cls)
        _plain_fields(cls, kw_only)
        frozen_ = frozen if frozen is not None else bool(given.get('frozen', False))
        cls = dataclasses.dataclass(cls, init=False, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen_,
                                    kw_only=kw_only, slots=slots)
        cls.__pydantic_config__ = given
        cls.__is_pydantic_dataclass__ = True
        cls.__pydantic_decorators__ = infos
        cls.__doc__ = original
        cls.__pydantic_complete__ = False
        cls.__module__ = cls.__module__
        frame = sys._getframe(2 if _cls is not None else 1)
        cls.__pydantic_parent_space__ = dict(frame.f_locals) if frame.f_locals is not frame.f_globals else None

        def __init__(__dataclass_self__, *args, **kwargs):
            s = __dataclass_self__
            s.__pydantic_validator__.validate_python(ArgsKwargs(args, kwargs), self_instance=s)

        __init__.__qualname__ = f'{cls.__qualname__}.__init__'
        cls.__init__ = __init__
        if given.get('validate_assignment'):
            def validated(self, name, value):
                if isinstance(getattr(type(self), name, None), property):
                    object.__setattr__(self, name, value)
                else:
                    type(self).__pydantic_validator__.validate_assignment(self, name, value)
            cls.__setattr__ = validated
        _complete(cls)
        return cls

    return make if _cls is None else make(_cls)


def _plain_fields(cls, kw_only):
    """Makes what Field() gives into fields that CPython's dataclasses know."""
    for name in cls.__dict__.get('__annotations__', {}):
        value = cls.__dict__.get(name)
        if isinstance(value, FieldInfo):
            more = {'kw_only': True} if value.kw_only else {}
            if value.repr is not True:
                more['repr'] = value.repr
            if value.default_factory is not None:
                setattr(cls, name, _field(value, more, default=value))
            else:
                setattr(cls, name, _field(value, more, default=value) if not value.is_required() else _field(value, more, default=value))


def _field(value, more, default):
    if value.init is False:
        more['init'] = False
    return dataclasses.field(default=default, **more)


class _Late:
    def __init__(self, cls, name):
        self.cls, self.name = cls, name

    def __getattr__(self, name):
        if name.startswith('__') or name in ('run', 'schema'):
            raise AttributeError(name)
        if _complete(self.cls, False, sys._getframe(2).f_locals):
            return getattr(self.cls.__pydantic_validator__, name)
        raise PydanticUserError(f'`{self.cls.__name__}` is not fully defined; you should define {self.name}, then call '
                                f'`pydantic.dataclasses.rebuild_dataclass({self.cls.__name__})`.', code='class-not-fully-defined')


def _complete(cls, raises=False, space=None):
    generator = GenerateSchema(Config(cls.__pydantic_config__), [space] if space else [])
    try:
        schema = generator._dataclass(cls, cls)
    except PydanticUndefinedAnnotation as error:
        if raises:
            raise
        cls.__pydantic_validator__ = _Late(cls, f'`{error.name}`')
        return False
    config = Config(cls.__pydantic_config__).core(cls.__name__)
    cls.__pydantic_core_schema__ = schema
    cls.__pydantic_validator__, cls.__pydantic_serializer__ = SchemaValidator(schema, config), SchemaSerializer(schema, config)
    cls.__pydantic_complete__ = True
    from ._dataclass_signature import signature_of
    cls.__signature__ = signature_of(cls)
    return True


def rebuild_dataclass(cls, *, force=False, raise_errors=True, _parent_namespace_depth=2, _types_namespace=None):
    if cls.__pydantic_complete__ and not force:
        return None
    return _complete(cls, raise_errors, _types_namespace or sys._getframe(_parent_namespace_depth - 1).f_locals)
