"""The JSON schemas of what has fields."""
import dataclasses
import inspect
from _class_parts import part as _part
from pydantic_core import PydanticOmit, to_jsonable_python

__name__ = 'pydantic.json_schema'  # where what is here is said to be  #: in pydantic/json_schema.py


class GenerateJsonSchema(metaclass=_part):
    """Schemas of what has fields: models, dataclasses, typed dicts, arguments."""

    def get_title_from_name(self, name):
        return name.title().replace('_', ' ').strip()

    def field_title_should_be_set(self, schema):
        kind = schema['type']
        if kind in ('default', 'nullable', 'json-or-python', 'lax-or-strict', 'function-before', 'function-after', 'function-wrap') or kind.endswith('-field'):
            inner = schema.get('schema') or schema.get('json_schema') or schema.get('lax_schema')
            return self.field_title_should_be_set(inner)
        if kind == 'definition-ref' or kind == 'definitions':
            return False
        return not schema.get('ref')

    def _alias(self, field, name):
        if self.mode == 'serialization':
            return field.get('serialization_alias') or name
        alias = field.get('validation_alias')
        if isinstance(alias, str):
            return alias
        if alias:
            paths = [alias] if not isinstance(alias[0], list) else alias
            for path in paths:
                if len(path) == 1:
                    return path[0]
        return name

    def _object(self, fields, required_of):
        properties, required = {}, []
        by_alias = self.by_alias if self.by_alias is not None else True
        for name, field in fields:
            word = self._alias(field, name) if by_alias else name
            try:
                made = dict(self._changed({**field, 'type': 'field-of-model'}))
            except PydanticOmit:
                continue
            if 'title' not in made and self.field_title_should_be_set(field['schema']):
                made['title'] = self.get_title_from_name(word)
            properties[word] = made
            if required_of(name, field):
                required.append(word)
        made = {'type': 'object', 'properties': properties}
        if required:
            made['required'] = required
        return made

    def field_of_model_schema(self, field):
        return self.generate_inner(field['schema'])

    def _required(self, name, field, total=True):
        if self.mode == 'serialization' and self.config[-1].get('json_schema_serialization_defaults_required'):
            return not field.get('serialization_exclude')
        if field['type'] == 'typed-dict-field':
            return field.get('required', total)
        inner = field['schema']
        while inner['type'] in ('function-before', 'function-after', 'function-wrap'):
            inner = inner['schema']
        return inner['type'] != 'default'

    def _entries(self, schema):
        fields = list(schema['fields'].items()) if isinstance(schema['fields'], dict) else [(field['name'], field) for field in schema['fields']]
        if self.mode == 'serialization':
            fields = [(name, field) for name, field in fields if not field.get('serialization_exclude')]
            fields += [(each['property_name'], {'type': 'computed', 'schema': each['return_schema'], 'metadata': each.get('metadata'),
                                                'serialization_alias': each.get('alias')}) for each in schema.get('computed_fields', ())]
        return fields

    def model_fields_schema(self, schema):
        return self._object(self._entries(schema), lambda name, field: field['type'] == 'computed' or self._required(name, field))

    def model_schema(self, schema):
        cls, config = schema['cls'], schema.get('config', {})
        given = getattr(cls, 'model_config', {}) or {}
        self.config.append({**given, **config})
        try:
            made = dict(self.generate_inner(schema['schema']))
        finally:
            self.config.pop()
        if schema.get('root_model'):
            metadata = (schema.get('metadata') or {}).get('root') or {}
            updates = metadata.get('pydantic_js_updates')
            if updates:
                made.update(updates)
            made = self._with_extra(made, metadata.get('pydantic_js_extra'))
        return self._described(made, cls, given, schema)

    def _described(self, made, cls, config, schema):
        title = config.get('title') or (config['model_title_generator'](cls) if config.get('model_title_generator') else None)
        if '$ref' in made:
            inner = self.definitions.get(self.keys.get(made['$ref']))
        made['title'] = title or made.get('title') or cls.__name__
        extra = config.get('extra')
        if extra == 'forbid' and made.get('type') == 'object':
            made['additionalProperties'] = False
        elif extra == 'allow' and made.get('type') == 'object' and 'additionalProperties' not in made:
            shape = schema
            while shape.get('type') != 'model-fields' and 'schema' in shape:
                shape = shape['schema']
            made['additionalProperties'] = self.generate_inner(shape['extras_schema']) if shape.get('extras_schema') else True
        text = None if cls.__dict__.get('__doc__') is None else inspect.cleandoc(cls.__doc__)
        if text and 'description' not in made and not (dataclasses.is_dataclass(cls) and text.startswith(f'{cls.__name__}(')):
            made['description'] = text
        if getattr(cls, '__deprecated__', None):
            made['deprecated'] = True
        more = config.get('json_schema_extra')
        if isinstance(more, dict):
            made.update(to_jsonable_python(more))
        elif callable(more):
            if len(inspect.signature(more).parameters) > 1:
                more(made, cls)
            else:
                more(made)
        return made

    def typed_dict_schema(self, schema):
        total, cls = schema.get('total', True), schema.get('cls')
        config = getattr(cls, '__pydantic_config__', None) or {}
        self.config.append(config)
        try:
            made = self._object(self._entries(schema), lambda name, field: field['type'] == 'computed' or self._required(name, field, total))
        finally:
            self.config.pop()
        if cls is not None:
            made['title'] = config.get('title') or cls.__name__
            text = cls.__doc__ and inspect.cleandoc(cls.__doc__)
            if text:
                made['description'] = text
        extra = schema.get('extra_behavior') or config.get('extra')
        if extra == 'forbid':
            made['additionalProperties'] = False
        elif extra == 'allow':
            made['additionalProperties'] = True
        return made

    def dataclass_args_schema(self, schema):
        fields = [(name, field) for name, field in self._entries(schema) if not (self.mode == 'serialization' and field.get('init_only'))]
        return self._object(fields, lambda name, field: field['type'] == 'computed' or self._required(name, field))

    def dataclass_schema(self, schema):
        cls = schema['cls']
        config = getattr(cls, '__pydantic_config__', None) or {}
        self.config.append(config)
        try:
            made = dict(self.generate_inner(schema['schema']))
        finally:
            self.config.pop()
        return self._described(made, cls, config, schema)

    def named_tuple_schema(self, schema):
        items, required = [], 0
        for field in schema['fields']:
            made = dict(self.generate_inner(field['schema']))
            updates = (field.get('metadata') or {}).get('pydantic_js_updates')
            if 'title' not in made and self.field_title_should_be_set(field['schema']):
                made['title'] = self.get_title_from_name(field['name'])
            items.append({**made, **(updates or {})})
            required += field['schema']['type'] != 'default'
        return {'type': 'array', 'prefixItems': items, 'minItems': required, 'maxItems': len(items)}

    def arguments_schema(self, schema):
        entries = [(each['name'], {'type': 'argument', 'schema': each['schema'], 'validation_alias': each.get('alias')}) for each in schema['arguments']]
        if any(each.get('mode') == 'positional_only' for each in schema['arguments']) and not any(
                each.get('mode') == 'keyword_only' for each in schema['arguments']) or schema.get('var_args_schema') and not schema.get('var_kwargs_schema'):
            items = []
            for name, entry in entries:
                made = dict(self.generate_inner(entry['schema']))
                made.setdefault('title', self.get_title_from_name(name))
                items.append(made)
            made = {'type': 'array'}
            if items:
                made['prefixItems'] = items
            made['minItems'] = sum(entry['schema']['type'] != 'default' for _, entry in entries)
            if schema.get('var_args_schema'):
                made['items'] = self.generate_inner(schema['var_args_schema'])
            else:
                made['maxItems'] = len(items)
            return made
        made = self._object(entries, lambda name, field: self._required(name, field))
        rest = schema.get('var_kwargs_schema')
        made['additionalProperties'] = False if rest is None else (self.generate_inner(rest) or True)
        return made

    def call_schema(self, schema):
        return self.generate_inner(schema['arguments'])
