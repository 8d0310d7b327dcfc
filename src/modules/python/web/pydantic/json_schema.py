"""JSON schemas of types."""
import dataclasses
import inspect
import math
import re
import warnings
from collections import defaultdict
from enum import Enum
from typing import Any, Literal

from pydantic_core import MISSING, PydanticOmit, to_jsonable_python

from .errors import PydanticInvalidForJsonSchema, PydanticUserError

DEFAULT_REF_TEMPLATE = '#/$defs/{model}'
JsonSchemaValue = dict[str, Any]
JsonSchemaMode = Literal['validation', 'serialization']


class PydanticJsonSchemaWarning(UserWarning):
    pass


_BOUNDS = {'multiple_of': 'multipleOf', 'le': 'maximum', 'ge': 'minimum', 'lt': 'exclusiveMaximum', 'gt': 'exclusiveMinimum'}
_FORMATS = {'date': 'date', 'time': 'time', 'datetime': 'date-time', 'uuid': 'uuid'}


class Handler:
    """What a function that changes a schema calls to go on."""

    def __init__(self, generator, go):
        self._generator, self._go, self.mode = generator, go, generator.mode

    def __call__(self, core_schema, /):
        return self._go(core_schema)

    def resolve_ref_schema(self, schema):
        ref = schema.get('$ref')
        return self._generator.definitions[self._generator.keys[ref]] if ref in self._generator.keys else schema


class GenerateJsonSchema:
    schema_dialect = 'https://json-schema.org/draft/2020-12/schema'
    ignored_warning_kinds = {'skipped-choice'}

    def __init__(self, by_alias=None, ref_template=DEFAULT_REF_TEMPLATE, union_format='any_of'):
        self.by_alias, self.ref_template, self.mode = by_alias, ref_template, 'validation'
        self.definitions, self.keys, self.busy, self.names, self.config = {}, {}, {}, {}, [{}]

    # what is asked for

    def generate(self, schema, mode='validation'):
        self.mode = mode
        made = self.generate_inner(schema)
        ref = made.get('$ref')
        used = self._used(made)
        if ref in self.keys:
            key = self.keys[ref]
            inner = self.definitions[key]
            if not self._holds(inner, ref) and not any(self._holds(self.definitions[each], ref) for each in self.definitions if each != key):
                rest = {name: value for name, value in made.items() if name != '$ref'}
                made = {**inner, **rest}
                del self.definitions[key]
        used = self._closed(made)
        if used:
            made['$defs'] = {key: self.definitions[key] for key in used}
        return self._finished(made)

    def generate_definitions(self, inputs):
        found = {}
        for key, mode, schema in inputs:
            self.mode = mode
            found[(key, mode)] = self.generate_inner(schema)
        used = set()
        for each in found.values():
            used.update(self._closed(each))
        definitions = {key: self.definitions[key] for key in self.definitions if key in used}
        whole = self._finished({'$defs': definitions, 'found': list(found.values())})
        return dict(zip(found, whole['found'])), whole.get('$defs', {})

    def _finished(self, made):
        """The schema with short names for its definitions, sorted."""
        taken = defaultdict(list)
        for key in made.get('$defs', {}):
            taken[self.names[key][0]].append(key)
        short = {}
        for name, keys in taken.items():
            for key in keys:
                short[key] = name if len(keys) == 1 else next(
                    (each for each in self.names[key][1:] if sum(each in self.names[other] for other in keys) == 1), self.names[key][-1])
        refs = {self._ref(key): self._ref(name) for key, name in short.items()}

        def renamed(value, parent=None):
            if isinstance(value, dict):
                out = {}
                for key, each in (value.items() if parent in ('properties', 'default') else sorted(value.items())):
                    if key == '$ref' and isinstance(each, str):
                        each = refs.get(each, each)
                    elif key == 'mapping' and isinstance(each, dict):
                        each = {name: refs.get(ref, ref) if isinstance(ref, str) else renamed(ref, 'item') for name, ref in sorted(each.items())}
                    elif key == '$defs' and parent is None:
                        each = {short[name]: renamed(each[name], 'def') for name in sorted(each, key=lambda name: short[name])}
                    else:
                        each = renamed(each, key if parent != 'properties' else 'property')
                    out[key] = each
                return out
            if isinstance(value, list):
                return [renamed(each, 'item' if parent in ('properties', None) else parent) for each in value]
            return value

        return renamed(made)

    def _ref(self, key):
        return self.ref_template.format(model=key)

    def _holds(self, value, ref):
        if isinstance(value, dict):
            return value.get('$ref') == ref or any(self._holds(each, ref) for each in value.values())
        return isinstance(value, list) and any(self._holds(each, ref) for each in value)

    def _used(self, value, found=None):
        found = [] if found is None else found
        if isinstance(value, dict):
            for key, each in value.items():
                if key == '$ref' and each in self.keys and self.keys[each] not in found:
                    found.append(self.keys[each])
                else:
                    self._used(each, found)
        elif isinstance(value, list):
            for each in value:
                self._used(each, found)
        return found

    def _closed(self, made):
        found = self._used(made)
        for key in found:
            for each in self._used(self.definitions.get(key, {})):
                if each not in found:
                    found.append(each)
        return [key for key in found if key in self.definitions]

    # one schema

    def generate_inner(self, schema):
        ref = schema.get('ref')
        if ref is not None:
            key = f'{ref}|{self.mode}'
            if key in self.busy or key in self.definitions:
                return {'$ref': self._named(key, ref)}
        if ref is not None:
            self.busy[key] = True
            named = self._named(key, ref)
            self.definitions[key] = None
            try:
                made = self._changed({k: v for k, v in schema.items() if k != 'ref'} | {'ref': None}, key, named)
            finally:
                del self.busy[key]
            return made
        return self._changed(schema)

    def _named(self, key, ref):
        if key not in self.names:
            path = ref.rpartition(':')[0] if not ref.endswith(']') else ref
            path = re.sub(r':\d+', '', ref)
            clean = lambda text: re.sub(r'[^a-zA-Z0-9.\-_]', '_', text)
            name, whole = clean(_last(path)), clean(_qualified(path))
            more = clean(path.replace('.', '__') if '[' not in path else path)
            mode = 'Input' if self.mode == 'validation' else 'Output'
            self.names[key] = [name, f'{name}-{mode}', clean(_moduled(path)), f'{clean(_moduled(path))}-{mode}', f'{clean(_moduled(path))}__{abs(hash(ref))}']
            self.keys[self._ref(key)] = key
        return self._ref(key)

    def _changed(self, schema, key=None, named=None):
        """The JSON schema of a schema after all that its metadata says."""
        metadata = schema.get('metadata') or {}

        def plain(core):
            core = schema if core is schema else core
            if core is not schema and core.get('ref') is not None and core.get('ref') is not schema.get('ref'):
                return self.generate_inner(core)
            if core is not schema:
                return self._changed(core) if (core.get('metadata') or {}) != metadata else self._plain(core)
            made = None
            if self.mode == 'serialization' and 'serialization' in core:
                made = self.ser_schema(core['serialization'], core)
            if made is None:
                made = self._plain(core)
            return stored(made)

        def stored(made):
            if key is None:
                return made
            self.definitions[key] = made
            return {'$ref': named}

        go = plain
        for function in metadata.get('pydantic_js_functions', ()):
            go = self._layer(function, go)
        updates, extra = metadata.get('pydantic_js_updates'), metadata.get('pydantic_js_extra')
        if updates or extra is not None:
            inner = go

            def go(core):
                made = inner(core)
                if updates:
                    made = {**made, **updates}
                return self._with_extra(made, extra)
        for function in metadata.get('pydantic_js_annotation_functions', ()):
            go = self._layer(function, go)
        made = go(schema)
        if key is not None and self.definitions.get(key, 0) is None:
            if '$ref' in made and made['$ref'] == named:
                return made
            self.definitions[key] = made
            return {'$ref': named}
        return made

    def _with_extra(self, made, extra):
        if isinstance(extra, dict):
            made = {**made, **to_jsonable_python(extra)}
        elif callable(extra):
            made = dict(made)
            extra(made)
        return made

    def _layer(self, function, inner):
        def go(core):
            made = function(core, Handler(self, inner))
            if made is None:
                raise PydanticUserError('modify_js_function returned None', code=None)
            return made
        return go

    def _plain(self, schema):
        kind = schema['type']
        method = getattr(self, f"{kind.replace('-', '_')}_schema", None)
        if method is None:
            raise PydanticInvalidForJsonSchema(f'Cannot generate a JsonSchema for core_schema.{kind}')
        return method(schema)

    def ser_schema(self, own, schema):
        kind = own['type']
        if kind in ('function-plain', 'function-wrap'):
            returns = own.get('return_schema')
            when = own.get('when_used', 'always')
            if returns is not None:
                made = self.generate_inner(returns)
                if when.endswith('unless-none') and schema['type'] == 'nullable':
                    return self.get_union_of_schemas([{'type': 'null'}, made])
                return made
            return None
        if kind in ('format', 'to-string'):
            return {'type': 'string'}
        if kind == 'model':
            return self.generate_inner(own['schema'])
        return self._plain(own) if own['type'] != 'any' else None

    def get_union_of_schemas(self, schemas):
        found = []
        for each in schemas:
            if list(each) == ['anyOf']:
                found += [one for one in each['anyOf'] if one not in found]
            elif each not in found:
                found.append(each)
        return found[0] if len(found) == 1 else {'anyOf': found}

    def handle_invalid_for_json_schema(self, schema, error_info):
        raise PydanticInvalidForJsonSchema(f'Cannot generate a JsonSchema for {error_info}')

    def emit_warning(self, kind, detail):
        if kind not in self.ignored_warning_kinds:
            warnings.warn(f'{detail} [{kind}]', PydanticJsonSchemaWarning)

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

    def _inner(self, schema):
        return self.generate_inner(schema['schema'])

    function_after_schema = chain_inner = _inner

    def function_before_schema(self, schema):
        if self.mode == 'validation' and schema.get('json_schema_input_schema'):
            return self.generate_inner(schema['json_schema_input_schema'])
        return self._inner(schema)

    function_wrap_schema = function_before_schema

    def function_plain_schema(self, schema):
        if self.mode == 'validation' and schema.get('json_schema_input_schema'):
            return self.generate_inner(schema['json_schema_input_schema'])
        return self.handle_invalid_for_json_schema(schema, f"core_schema.PlainValidatorFunctionSchema ({schema['function']})")

    def default_schema(self, schema):
        made = self._inner(schema)
        if 'default' not in schema:
            return made
        default = schema['default']
        if default is MISSING:
            return made
        try:
            shown = self.encode_default(default, schema['schema'])
        except Exception:
            self.emit_warning('non-serializable-default', f'Default value {default} is not JSON serializable; excluding default from JSON schema')
            return made
        return {**made, 'default': shown}

    def encode_default(self, default, schema=None):
        own = schema
        while own is not None and 'serialization' not in own and own['type'] in ('nullable', 'default', 'function-after', 'function-before'):
            own = own.get('schema')
        dumps = (own or {}).get('serialization') or {}
        if self.mode == 'serialization' and dumps.get('type') == 'function-plain' and not dumps.get('info_arg') and not (
                dumps.get('is_field_serializer')) and not (default is None and dumps.get('when_used', 'always').endswith('unless-none')):
            default = dumps['function'](default)
        try:
            from .type_adapter import TypeAdapter
            default = TypeAdapter(type(default)).dump_python(default, mode='json', by_alias=self.by_alias if self.by_alias is not None else True)
        except Exception:
            pass
        return to_jsonable_python(default, timedelta_mode=self.config[-1].get('ser_json_timedelta', 'iso8601'))

    def nullable_schema(self, schema):
        inner = self._inner(schema)
        if inner == {'type': 'null'}:
            return inner
        return self.get_union_of_schemas([inner, {'type': 'null'}])

    def union_schema(self, schema):
        found = []
        for each in schema['choices']:
            try:
                found.append(self.generate_inner(each[0] if isinstance(each, tuple) else each))
            except PydanticOmit:
                continue
            except PydanticInvalidForJsonSchema as error:
                self.emit_warning('skipped-choice', error.message)
        if not found:
            raise PydanticOmit
        return self.get_union_of_schemas(found)

    def tagged_union_schema(self, schema):
        found, shapes = {}, []
        for tag, each in schema['choices'].items():
            tag = str(tag.value if isinstance(tag, Enum) else tag)
            found[tag] = self.generate_inner(each)
        for each in found.values():
            if each not in shapes:
                shapes.append(each)
        made = {'oneOf': shapes}
        name = schema['discriminator'] if isinstance(schema['discriminator'], str) else None
        if name is not None:
            made['discriminator'] = {'propertyName': name, 'mapping': {tag: each.get('$ref', each) for tag, each in found.items()}}
        return made

    def chain_schema(self, schema):
        return self.generate_inner(schema['steps'][0 if self.mode == 'validation' else -1])

    def lax_or_strict_schema(self, schema):
        return self.generate_inner(schema['lax_schema'])

    def json_or_python_schema(self, schema):
        return self.generate_inner(schema['json_schema'])

    def custom_error_schema(self, schema):
        return self._inner(schema)

    def json_schema(self, schema):
        inner = schema.get('schema') or {'type': 'any'}
        if self.mode == 'serialization':
            return self.generate_inner(inner)
        return {'type': 'string', 'contentMediaType': 'application/json', 'contentSchema': self.generate_inner(inner)}

    def url_schema(self, schema):
        made = {'type': 'string', 'format': 'uri', 'minLength': 1}
        if schema.get('max_length') is not None:
            made['maxLength'] = schema['max_length']
        return made

    def multi_host_url_schema(self, schema):
        return {**self.url_schema(schema), 'format': 'multi-host-uri'}

    def definition_ref_schema(self, schema):
        cell = schema.get('cell')
        inner = cell[0]
        key = f"{schema['schema_ref']}|{self.mode}"
        if key in self.busy or key in self.definitions:
            return {'$ref': self._named(key, schema['schema_ref'])}
        return self.generate_inner(inner)

    def definitions_schema(self, schema):
        from pydantic_core._validators import linked
        return self.generate_inner(linked(schema['schema'], {each['ref']: [each, None] for each in schema['definitions']}))

    # what has fields

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


def _last(path):
    """The name of a class without its module, with what stands in brackets."""
    head, bracket, rest = path.partition('[')
    return head.rpartition('.')[2] + bracket + rest


def _qualified(path):
    return path


def _moduled(path):
    head, bracket, rest = path.partition('[')
    return head.replace('.', '__') + bracket + rest


def model_json_schema(cls, by_alias=None, ref_template=DEFAULT_REF_TEMPLATE, schema_generator=GenerateJsonSchema, mode='validation', union_format='any_of'):
    from .main import BaseModel
    if cls is BaseModel:
        raise AttributeError('model_json_schema() must be called on a subclass of BaseModel, not BaseModel itself.')
    if getattr(cls, '__pydantic_core_schema__', None) is None:
        cls.__pydantic_validator__.validate_python
    return schema_generator(by_alias=by_alias, ref_template=ref_template).generate(cls.__pydantic_core_schema__, mode=mode)


def models_json_schema(models, *, by_alias=True, title=None, description=None, ref_template=DEFAULT_REF_TEMPLATE, schema_generator=GenerateJsonSchema,
                       union_format='any_of'):
    found, definitions = schema_generator(by_alias=by_alias, ref_template=ref_template).generate_definitions(
        [(model, mode, model.__pydantic_core_schema__) for model, mode in models])
    whole = {'$defs': definitions} if definitions else {}
    if title:
        whole['title'] = title
    if description:
        whole['description'] = description
    return found, whole


@dataclasses.dataclass
class WithJsonSchema:
    json_schema: Any
    mode: Any = None

    def __get_pydantic_json_schema__(self, schema, handler):
        if (self.mode or handler.mode) != handler.mode:
            return handler(schema)
        if self.json_schema is None:
            raise PydanticOmit
        return dict(self.json_schema)

    def __hash__(self):
        return hash(type(self.mode))


class Examples:
    def __init__(self, examples, mode=None):
        self.examples, self.mode = examples, mode

    def __get_pydantic_json_schema__(self, schema, handler):
        return {**handler(schema), 'examples': to_jsonable_python(self.examples)}


class SkipJsonSchema:
    def __class_getitem__(cls, item):
        from typing import Annotated
        return Annotated[item, cls()]

    def __get_pydantic_json_schema__(self, schema, handler):
        raise PydanticOmit

    def __hash__(self):
        return hash(type(self))
