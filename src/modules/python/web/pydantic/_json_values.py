"""The JSON schemas of values."""
import inspect
import math
import re
from _class_parts import part as _part
from enum import Enum
from pydantic_core import PydanticOmit, to_jsonable_python

__name__ = 'pydantic.json_schema'  # where what is here is said to be  #: in pydantic/json_schema.py

_BOUNDS = {'multiple_of': 'multipleOf', 'le': 'maximum', 'ge': 'minimum', 'lt': 'exclusiveMaximum', 'gt': 'exclusiveMinimum'}
_FORMATS = {'date': 'date', 'time': 'time', 'datetime': 'date-time', 'uuid': 'uuid'}


class GenerateJsonSchema(metaclass=_part):
    """Schemas of single values, and of what holds values of one kind."""

    def any_schema(self, schema):
        return {}

    def none_schema(self, schema):
        return {'type': 'null'}

    def bool_schema(self, schema):
        return {'type': 'boolean'}

    def _numbers(self, made, schema):
        for name, word in _BOUNDS.items():
            if schema.get(name) is not None:
                made[word] = schema[name]
        return {k: v for k, v in made.items() if v not in (math.inf, -math.inf)}

    def int_schema(self, schema):
        return self._numbers({'type': 'integer'}, schema)

    def float_schema(self, schema):
        return self._numbers({'type': 'number'}, schema)

    def decimal_schema(self, schema):
        text = {'type': 'string'}
        if self.mode == 'serialization':
            return text
        number = self._numbers({'type': 'number'}, {k: float(v) if k in _BOUNDS and v is not None else v for k, v in schema.items()})
        return self.get_union_of_schemas([number, text])

    def complex_schema(self, schema):
        return {'type': 'string'}

    fraction_schema = complex_schema

    def str_schema(self, schema):
        made = {'type': 'string'}
        for name, word in (('min_length', 'minLength'), ('max_length', 'maxLength'), ('pattern', 'pattern')):
            if schema.get(name) is not None:
                made[word] = schema[name]
        if isinstance(made.get('pattern'), re.Pattern):
            made['pattern'] = made['pattern'].pattern
        config = self.config[-1]
        for name, word in (('str_min_length', 'minLength'), ('str_max_length', 'maxLength')):
            if config.get(name) and word not in made:
                made[word] = config[name]
        return made

    def bytes_schema(self, schema):
        made = {'type': 'string', 'format': {'utf8': 'binary', 'base64': 'base64url'}.get(
            self.config[-1].get('ser_json_bytes' if self.mode == 'serialization' else 'val_json_bytes', 'utf8'), 'binary')}
        for name, word in (('min_length', 'minLength'), ('max_length', 'maxLength')):
            if schema.get(name) is not None:
                made[word] = schema[name]
        return made

    def date_schema(self, schema):
        return {'type': 'string', 'format': _FORMATS[schema['type']]}

    time_schema = datetime_schema = uuid_schema = date_schema

    def timedelta_schema(self, schema):
        if self.config[-1].get('ser_json_timedelta') == 'float':
            return {'type': 'number'}
        return {'type': 'string', 'format': 'duration'}

    def literal_schema(self, schema):
        return self._expected([each.value if isinstance(each, Enum) else each for each in schema['expected']])

    def _expected(self, expected):
        values = [to_jsonable_python(each) for each in expected]
        made = {'const': values[0]} if len(values) == 1 else {'enum': values}
        kinds = {type(each) for each in values}
        words = {str: 'string', int: 'integer', float: 'number', bool: 'boolean', list: 'array', type(None): 'null'}
        if len(kinds) == 1 and (kind := kinds.pop()) in words:
            made['type'] = words[kind]
        return made

    def enum_schema(self, schema):
        cls = schema['cls']
        values = [to_jsonable_python(each.value) for each in schema['members']]
        described = inspect.cleandoc(cls.__doc__) if cls.__doc__ else None
        made = {'title': cls.__name__, 'description': described if described != 'An enumeration.' else None, 'enum': values}
        made = {key: value for key, value in made.items() if value is not None}
        kinds = {type(each) for each in values}
        words = {str: 'string', int: 'integer', float: 'number', bool: 'boolean', list: 'array'}
        if len(kinds) == 1 and (kind := kinds.pop()) in words:
            made['type'] = words[kind]
        return made

    def is_instance_schema(self, schema):
        return self.handle_invalid_for_json_schema(schema, f"core_schema.IsInstanceSchema ({schema['cls']})")

    def is_subclass_schema(self, schema):
        return {}

    def callable_schema(self, schema):
        return self.handle_invalid_for_json_schema(schema, 'core_schema.CallableSchema')

    def missing_sentinel_schema(self, schema):
        raise PydanticOmit

    def _lengths(self, made, schema, what='Items'):
        for name, word in (('min_length', f'min{what}'), ('max_length', f'max{what}')):
            if schema.get(name) is not None:
                made[word] = schema[name]
        return made

    def list_schema(self, schema):
        items = self.generate_inner(schema['items_schema']) if schema.get('items_schema') else {}
        return self._lengths({'type': 'array', 'items': items}, schema)

    deque_schema = generator_schema = list_schema

    def set_schema(self, schema):
        made = self.list_schema({k: v for k, v in schema.items() if not k.endswith('_length')})
        return self._lengths({**made, 'uniqueItems': True}, schema)

    frozenset_schema = set_schema

    def tuple_schema(self, schema):
        at, made = schema.get('variadic_item_index'), {'type': 'array'}
        items = schema['items_schema']
        if at is not None:
            if at > 0:
                made['minItems'] = at
                made['prefixItems'] = [self.generate_inner(each) for each in items[:at]]
            if at + 1 == len(items):
                made['items'] = self.generate_inner(items[at])
            else:
                made['items'] = {}
        elif items:
            made['prefixItems'] = [self.generate_inner(each) for each in items]
            made['minItems'] = made['maxItems'] = len(items)
        else:
            made['maxItems'] = made['minItems'] = 0
        return self._lengths(made, schema)

    def dict_schema(self, schema):
        made = {'type': 'object'}
        keys = self.generate_inner(schema['keys_schema']) if schema.get('keys_schema') else {}
        if '$ref' not in keys:
            pattern = keys.pop('pattern', None)
            keys.pop('title', None)
        else:
            pattern = None
        values = self.generate_inner(schema['values_schema']) if schema.get('values_schema') else {}
        values.pop('title', None) if '$ref' not in values else None
        if values or pattern is not None:
            made['additionalProperties' if pattern is None else 'patternProperties'] = values if pattern is None else {pattern: values}
        else:
            made['additionalProperties'] = True
        if keys.get('type') == 'string' and len(keys) > 1 or '$ref' in keys:
            keys.pop('type', None)
            made['propertyNames'] = keys
        return self._lengths(made, schema, 'Properties')

    ordered_dict_schema = counter_schema = dict_schema
