"""Classes of fields, whose methods write themselves."""
from functools import partial as _partial

from attr import converters, exceptions, filters, setters, validators
from attr._cmp import cmp_using
from attr._config import get_run_validators, set_run_validators
from attr._fields import NOTHING, Attribute, Converter, Factory
from attr._funcs import asdict, assoc, astuple, has, resolve_types
from attr._make import attrib, attrs, define, evolve, field, fields, fields_dict, frozen, make_class, mutable, validate

__version__ = '26.1.0'
s = attributes = attrs
ib = attr = attrib
dataclass = _partial(attrs, auto_attribs=True)


class AttrsInstance:
    """Whatever has fields."""


NothingType = type(NOTHING)

__all__ = ['NOTHING', 'Attribute', 'AttrsInstance', 'Converter', 'Factory', 'NothingType', 'asdict', 'assoc', 'astuple', 'attr',
           'attrib', 'attributes', 'attrs', 'cmp_using', 'converters', 'define', 'evolve', 'exceptions', 'field', 'fields',
           'fields_dict', 'filters', 'frozen', 'get_run_validators', 'has', 'ib', 'make_class', 'mutable', 'resolve_types', 's',
           'set_run_validators', 'setters', 'validate', 'validators']
