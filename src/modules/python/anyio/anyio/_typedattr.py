"""Attributes that streams have beside their methods, of whatever streams they are made of."""
from typing import final
from anyio._errors import TypedAttributeLookupError

_unset = object()


def typed_attribute():
    return object()


class TypedAttributeSet:
    """Names of such attributes, each with an annotation."""

    def __init_subclass__(cls):
        annotations = getattr(cls, '__annotations__', {})
        for name in dir(cls):
            if not name.startswith('_') and name not in annotations:
                raise TypeError(f'Attribute {name!r} is missing its type annotation')
        super().__init_subclass__()


class TypedAttributeProvider:
    """What has such attributes: each with a function that gives its value."""
    __slots__ = ()

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
