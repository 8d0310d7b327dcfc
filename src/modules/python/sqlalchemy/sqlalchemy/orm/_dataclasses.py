"""Mapped classes that are dataclasses: the signature of `__init__`, `repr` and `==` come from the mapped attributes."""
import dataclasses
import typing
from sqlalchemy.orm.properties import MappedColumn, MapperProperty
from sqlalchemy.sql.base import NO_ARG


def as_dataclass(cls, attributes):
    options = {k: v for k, v in getattr(cls, '_sa_dataclass', {}).items() if k != 'dataclass_callable'}
    annotations, saved = {}, {}
    old = dict(cls.__dict__.get('__annotations__', {}))
    for key, (value, annotated) in attributes.items():
        if annotated is None:
            continue
        given = dict(getattr(value, 'dataclass_options', {}) or {})
        if not isinstance(value, (MappedColumn, MapperProperty)):
            annotations[key] = typing.Any
            if value is not NO_ARG:
                saved[key] = cls.__dict__.get(key, NO_ARG)
            continue
        if getattr(value, 'insert_default_given', False) and 'default' not in given and 'default_factory' not in given:
            pass
        if isinstance(value, MappedColumn) and 'default' in given and not value.insert_default_given:
            pass
        annotations[key] = typing.Any
        saved[key] = cls.__dict__.get(key, NO_ARG)
        type.__setattr__(cls, key, dataclasses.field(**given))
    type.__setattr__(cls, '__annotations__', annotations)
    # Attributes that are no fields are put back when the dataclass is made.
    dataclasses.dataclass(**options)(cls)
    type.__setattr__(cls, '__annotations__', old)
    for key, value in saved.items():
        if value is NO_ARG:
            if key in cls.__dict__:
                type.__delattr__(cls, key)
        else:
            type.__setattr__(cls, key, value)
