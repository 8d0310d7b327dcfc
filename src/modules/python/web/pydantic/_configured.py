"""What the configuration of a model gives its fields, and annotations that are looked up late."""
import typing
from typing import ClassVar, get_args, get_origin
from pydantic_core import PydanticUndefined

from . import _generics
from .aliases import AliasGenerator
from .config import Config
from .fields import FieldInfo


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
