"""Classes of fields, whose methods write themselves: attr's newer names."""
from attr import (NOTHING, Attribute, AttrsInstance, Converter, Factory, NothingType, assoc, cmp_using, define, evolve, field, fields,
                  fields_dict, frozen, has, make_class, mutable, resolve_types, validate)
from attr._funcs import new_asdict as asdict, new_astuple as astuple

from attrs import converters, exceptions, filters, setters, validators

__version__ = '26.1.0'
__all__ = ['__version__', 'NOTHING', 'Attribute', 'AttrsInstance', 'Converter', 'Factory', 'NothingType', 'asdict', 'assoc',
           'astuple', 'cmp_using', 'converters', 'define', 'evolve', 'exceptions', 'field', 'fields', 'fields_dict', 'filters',
           'frozen', 'has', 'make_class', 'mutable', 'resolve_types', 'setters', 'validate', 'validators']
