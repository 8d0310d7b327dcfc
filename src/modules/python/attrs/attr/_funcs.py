"""What is made of objects with fields."""
import copy
from functools import partial

from attr._fields import NOTHING
from attr._make import fields, generic_base
from attr.exceptions import AttrsAttributeNotFoundError

_PLAIN = frozenset({type(None), bool, int, float, str, complex, bytes, type(...), type, range, property})
_COLLECTIONS = tuple, list, set, frozenset


def has(cls):
    """Whether a class has fields."""
    if getattr(cls, '__attrs_attrs__', None) is not None:
        return True
    base = generic_base(cls)
    return base is not None and getattr(base, '__attrs_attrs__', None) is not None


def _collected(kind, items):
    """A collection of items; named tuples take them one by one."""
    try:
        return kind(items)
    except TypeError:
        if not issubclass(kind, tuple):
            raise
        return kind(*items)


class _Dicts:
    """Makes dicts of objects and of what is in them."""

    def __init__(self, filter, dict_factory, retain, serializer):
        self.filter, self.dict_factory, self.retain, self.serializer = filter, dict_factory, retain, serializer

    def of(self, inst, recurse=True):
        made = self.dict_factory()
        for field in fields(inst.__class__):
            value = getattr(inst, field.name)
            if self.filter is not None and not self.filter(field, value):
                continue
            if self.serializer is not None:
                value = self.serializer(inst, field, value)
            kind = type(value)
            if recurse is not True or kind in _PLAIN:
                made[field.name] = value
            elif has(kind):
                made[field.name] = self.of(value)
            elif issubclass(kind, _COLLECTIONS):
                made[field.name] = _collected(kind if self.retain is True else list, [self.anything(one) for one in value])
            elif issubclass(kind, dict):
                made[field.name] = self.pairs(value)
            else:
                made[field.name] = value
        return made

    def pairs(self, value):
        return self.dict_factory((self.anything(key, True), self.anything(one)) for key, one in value.items())

    def anything(self, value, is_key=False):
        kind = type(value)
        if kind not in _PLAIN:
            if has(kind):
                return self.of(value)
            if issubclass(kind, _COLLECTIONS):
                return (kind if self.retain is True else tuple if is_key else list)([self.anything(one) for one in value])
            if issubclass(kind, dict):
                return self.pairs(value)
        return value if self.serializer is None else self.serializer(None, None, value)


def asdict(inst, recurse=True, filter=None, dict_factory=dict, retain_collection_types=False, value_serializer=None):
    """The values of an object's fields, by their names."""
    return _Dicts(filter, dict_factory, retain_collection_types, value_serializer).of(inst, recurse)


def astuple(inst, recurse=True, filter=None, tuple_factory=tuple, retain_collection_types=False):
    """The values of an object's fields."""
    again = partial(astuple, tuple_factory=tuple_factory, retain_collection_types=retain_collection_types)

    def inner(value):
        return again(value) if has(value.__class__) else value

    made, retain = [], retain_collection_types is True
    for field in fields(inst.__class__):
        value = getattr(inst, field.name)
        if filter is not None and not filter(field, value):
            continue
        kind = type(value)
        if recurse is True and kind not in _PLAIN:
            if has(kind):
                value = again(value, filter=filter)
            elif issubclass(kind, _COLLECTIONS):
                items = [again(one, filter=filter) if has(one.__class__) else one for one in value]
                value = _collected(kind if retain else list, items)
            elif issubclass(kind, dict):
                value = (kind if retain else dict)((inner(key), inner(one)) for key, one in value.items())
        made.append(value)
    return made if tuple_factory is list else tuple_factory(made)


def new_asdict(inst, *, recurse=True, filter=None, value_serializer=None):
    """The values of an object's fields, by their names; collections stay what they are."""
    return asdict(inst, recurse, filter, retain_collection_types=True, value_serializer=value_serializer)


def new_astuple(inst, *, recurse=True, filter=None):
    """The values of an object's fields; collections stay what they are."""
    return astuple(inst, recurse, filter, retain_collection_types=True)


def assoc(inst, **changes):
    """A copy of an object with other values in some of its fields."""
    made, known = copy.copy(inst), fields(inst.__class__)
    for name, value in changes.items():
        if getattr(known, name, NOTHING) is NOTHING:
            raise AttrsAttributeNotFoundError(f'{name} is not an attrs attribute on {made.__class__}.')
        object.__setattr__(made, name, value)
    return made


def resolve_types(cls, globalns=None, localns=None, attribs=None, include_extras=True):
    """Reads the annotations of a class's fields that are strings."""
    if getattr(cls, '__attrs_types_resolved__', None) != cls:
        from typing import get_type_hints
        hints = get_type_hints(cls, globalns=globalns, localns=localns, include_extras=include_extras)
        for field in fields(cls) if attribs is None else attribs:
            if field.name in hints:
                object.__setattr__(field, 'type', hints[field.name])
        cls.__attrs_types_resolved__ = cls
    return cls
