"""Validators: a schema, and what of an instance it does not allow."""
import numbers
from collections.abc import Mapping
from urllib.parse import unquote

from _frames import not_supported

from jsonschema import exceptions
from jsonschema._keywords import KEYWORDS

_TYPES = {
    'array': lambda value: isinstance(value, list), 'object': lambda value: isinstance(value, dict),
    'string': lambda value: isinstance(value, str), 'null': lambda value: value is None, 'boolean': lambda value: isinstance(value, bool),
    'number': lambda value: isinstance(value, numbers.Number) and not isinstance(value, bool),
    'integer': lambda value: isinstance(value, int) and not isinstance(value, bool) or isinstance(value, float) and value.is_integer()}
_SCHEMAS = {'type': 'array', 'items': {'$ref': '#'}, 'minItems': 1}
_NAMED = {'type': 'object', 'additionalProperties': {'$ref': '#'}}
_COUNT = {'type': 'integer', 'minimum': 0}
_TEXTS = {'type': 'array', 'items': {'type': 'string'}, 'uniqueItems': True}
_KINDS = {'enum': ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']}
_METASCHEMA = {'type': ['object', 'boolean'], 'properties': {
    '$ref': {'type': 'string'}, '$defs': _NAMED, 'properties': _NAMED, 'patternProperties': _NAMED, 'required': _TEXTS,
    'type': {'anyOf': [_KINDS, {'type': 'array', 'items': _KINDS, 'minItems': 1, 'uniqueItems': True}]}, 'enum': {'type': 'array'},
    **dict.fromkeys(('allOf', 'anyOf', 'oneOf', 'prefixItems'), _SCHEMAS), 'pattern': {'type': 'string'}, 'format': {'type': 'string'},
    **dict.fromkeys(('not', 'if', 'then', 'else', 'additionalProperties', 'propertyNames', 'contains'), {'$ref': '#'}),
    **dict.fromkeys(('minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'), _COUNT),
    **dict.fromkeys(('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'), {'type': 'number'}),
    'multipleOf': {'type': 'number', 'exclusiveMinimum': 0}, 'uniqueItems': {'type': 'boolean'}, 'title': {'type': 'string'},
    'description': {'type': 'string'}}}


class _Validator:
    VALIDATORS = KEYWORDS
    META_SCHEMA = _METASCHEMA

    def __init__(self, schema, resolver=None, format_checker=None, *, registry=None, _root=None):
        self.schema, self.format_checker = schema, format_checker
        self._root = schema if _root is None else _root

    def __repr__(self):
        return f'{type(self).__name__}(schema={self.schema!r}, format_checker={self.format_checker!r})'

    @classmethod
    def check_schema(cls, schema, format_checker=None):
        for error in _Validator(cls.META_SCHEMA).iter_errors(schema):
            raise exceptions.SchemaError.create_from(exceptions.best_match([error]))

    def evolve(self, **changes):
        return type(self)(**{'schema': self.schema, 'format_checker': self.format_checker, '_root': self._root, **changes})

    def is_type(self, instance, type):
        if type not in _TYPES:
            raise exceptions.UnknownType(type, instance, self.schema)
        return _TYPES[type](instance)

    def resolve(self, place):
        found = self._root
        if not place.startswith('#'):
            raise exceptions.RefResolutionError(f'Unresolvable: {place}')
        for part in filter(None, unquote(place[1:]).split('/')):
            part = part.replace('~1', '/').replace('~0', '~')
            try:
                found = found[int(part) if isinstance(found, list) else part]
            except (KeyError, IndexError, ValueError, TypeError):
                raise exceptions.RefResolutionError(f'PointerToNowhere: {place[1:]!r} does not exist within {self._root!r}') from None
        return found

    def iter_errors(self, instance):
        schema = self.schema
        if schema is True:
            return
        if schema is False:
            yield exceptions.ValidationError(f'False schema does not allow {instance!r}', validator=None, validator_value=None,
                                             instance=instance, schema=schema)
            return
        for name, wanted in schema.items():
            check = self.VALIDATORS.get(name)
            for error in check(self, wanted, instance, schema) if check else ():
                error._set(validator=name, validator_value=wanted, instance=instance, schema=schema,
                           type_checker=lambda value, kind: self.is_type(value, kind))
                if name not in ('if', '$ref'):
                    error.schema_path.appendleft(name)
                yield error

    def descend(self, instance, schema, path=None, schema_path=None):
        for error in self.evolve(schema=schema).iter_errors(instance):
            for place, step in ((error.path, path), (error.schema_path, schema_path)):
                if step is not None:
                    place.appendleft(step)
            yield error

    def validate(self, instance):
        for error in self.iter_errors(instance):
            raise error

    def is_valid(self, instance):
        return next(self.iter_errors(instance), None) is None


_DRAFTS = {}


def _draft(name, place):
    made = _DRAFTS[place] = type(name, (_Validator,), {'__module__': __name__})
    return made


Draft6Validator = _draft('Draft6Validator', 'http://json-schema.org/draft-06/schema')
Draft7Validator = _draft('Draft7Validator', 'http://json-schema.org/draft-07/schema')
Draft201909Validator = _draft('Draft201909Validator', 'https://json-schema.org/draft/2019-09/schema')
Draft202012Validator = _draft('Draft202012Validator', 'https://json-schema.org/draft/2020-12/schema')


def validator_for(schema, default=Draft202012Validator):
    if not isinstance(schema, Mapping) or '$schema' not in schema:
        return default
    place = schema['$schema'].rstrip('#')
    if place.endswith(('/draft-03/schema', '/draft-04/schema')):
        not_supported('jsonschema: drafts before the sixth', 'Draft202012Validator')
    return _DRAFTS.get(place, default)


def validate(instance, schema, cls=None, *args, **kwargs):
    """Raises the fault that says most, if there is one."""
    cls = cls or validator_for(schema)
    cls.check_schema(schema)
    error = exceptions.best_match(cls(schema, *args, **kwargs).iter_errors(instance))
    if error is not None:
        raise error
