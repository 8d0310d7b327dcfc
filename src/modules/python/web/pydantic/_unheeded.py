"""Warnings of what `Field()` was given where it is not the field's own."""
from pydantic_core import PydanticUndefined

from ._told import told
from .warnings import UnsupportedFieldAttributeWarning

_UNSET = {'alias': None, 'validation_alias': None, 'serialization_alias': None, 'default': PydanticUndefined, 'default_factory': None,
          'exclude': None, 'deprecated': None, 'repr': True, 'validate_default': None, 'frozen': None, 'init': None, 'init_var': None,
          'kw_only': None}


def tell(field, in_class):
    for name, unset in _UNSET.items():
        value = getattr(field, name, unset)
        if value is unset or name.startswith('default') and not in_class or name.endswith('_alias') and field.alias is not None:
            continue
        told(f'The {name!r} attribute with value {value!r} was provided to the `Field()` function, which has no effect in the context it was '
             f'used. {name!r} is field-specific metadata, and can only be attached to a model field using `Annotated` metadata or by '
             'assignment. This may have happened because an `Annotated` type alias using the `type` statement was used, or if the `Field()` '
             'function was attached to a single member of a union type.', UnsupportedFieldAttributeWarning)
