"""What makes other values of values."""
from attr._fields import NOTHING, Converter, Factory
from attr._make import _first_annotation, pipe

__all__ = ['default_if_none', 'optional', 'pipe', 'to_bool']
_TRUE = True, 'true', 't', 'yes', 'y', 'on', '1', 1
_FALSE = False, 'false', 'f', 'no', 'n', 'off', '0', 0


def optional(converter):
    """A converter that leaves None as it is."""
    if isinstance(converter, Converter):
        def with_instance(val, inst, field):
            return None if val is None else converter(val, inst, field)
        return Converter(with_instance, takes_self=True, takes_field=True)

    def optional_converter(val):
        return None if val is None else converter(val)

    first = _first_annotation(converter)
    if first is not None:
        from typing import Optional
        optional_converter.__annotations__['val'] = Optional[first]
    return optional_converter


def default_if_none(default=NOTHING, factory=None):
    """A converter that makes a default of None."""
    if default is NOTHING and factory is None:
        raise TypeError('Must pass either `default` or `factory`.')
    if default is not NOTHING and factory is not None:
        raise TypeError('Must pass either `default` or `factory` but not both.')
    if factory is not None:
        default = Factory(factory)
    if isinstance(default, Factory) and default.takes_self:
        raise ValueError('`takes_self` is not supported by default_if_none.')

    def default_if_none_converter(val):
        if val is not None:
            return val
        return default.factory() if isinstance(default, Factory) else default
    return default_if_none_converter


def to_bool(val):
    """True or False of what people write for them."""
    if isinstance(val, str):
        val = val.lower()
    if val in _TRUE:
        return True
    if val in _FALSE:
        return False
    raise ValueError(f'Cannot convert value to bool: {val!r}')
