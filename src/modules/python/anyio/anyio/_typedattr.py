"""Attributes that streams have beside their methods, of whatever streams they are made of."""
from typing import final
from anyio._errors import TypedAttributeLookupError

_unset = object()


def typed_attribute():
    return object()


class TypedAttributeSet:
    """Names of such attributes, each with an annotation."""

    def __init_subclass__(cls):
        annotated = {name for kind in cls.__mro__ for name in kind.__dict__.get('__annotations__', ())}
        bare = next((name for name in dir(cls) if name[0] != '_' and name not in annotated), None)
        if bare is not None:
            raise TypeError(f'Attribute {bare!r} is missing its type annotation')
        super().__init_subclass__()


class TypedAttributeProvider:
    """What has such attributes: each with a function that gives its value."""
    @property
    def extra_attributes(self):
        return {}

    @final
    def extra(self, attribute, default=_unset):
        try:
            value = self.extra_attributes[attribute]
        except KeyError:
            if default is _unset:
                raise TypedAttributeLookupError('Attribute not found') from None
            return default
        return value()


for _each in typed_attribute, TypedAttributeSet, TypedAttributeProvider:
    _each.__module__ = 'anyio'
