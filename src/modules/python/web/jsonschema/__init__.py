"""Schemas of JSON. All drafts are read as the newest is."""
from jsonschema.exceptions import ErrorTree, FormatError, RefResolutionError, SchemaError, ValidationError
from jsonschema.validators import Draft6Validator, Draft7Validator, Draft201909Validator, Draft202012Validator, validate

__all__ = ['Draft201909Validator', 'Draft202012Validator', 'Draft6Validator', 'Draft7Validator',
           'FormatChecker', 'SchemaError', 'ValidationError', 'validate']


def __getattr__(name):
    if name == 'FormatChecker':
        from jsonschema._format import FormatChecker
        return FormatChecker
    if name in ('Draft3Validator', 'Draft4Validator'):
        from _frames import not_supported
        not_supported('jsonschema: drafts before the sixth', 'Draft202012Validator')
    raise AttributeError(f"module 'jsonschema' has no attribute {name!r}")
