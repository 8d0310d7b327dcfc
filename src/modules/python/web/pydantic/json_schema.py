"""JSON schemas of types."""
import dataclasses
import re
import warnings
from collections import defaultdict
from enum import Enum
from _class_parts import whole as _whole
from typing import Any, Literal
from pydantic_core import MISSING, PydanticOmit, to_jsonable_python
from .errors import PydanticInvalidForJsonSchema, PydanticUserError


DEFAULT_REF_TEMPLATE = '#/$defs/{model}'
JsonSchemaValue = dict[str, Any]
JsonSchemaMode = Literal['validation', 'serialization']


class PydanticJsonSchemaWarning(UserWarning):
    pass


class Handler:
    """What a function that changes a schema calls to go on."""

    def __init__(self, generator, go):
        self._generator, self._go, self.mode = generator, go, generator.mode

    def __call__(self, core_schema, /):
        return self._go(core_schema)

    def resolve_ref_schema(self, schema):
        ref = schema.get('$ref')
        return self._generator.definitions[self._generator.keys[ref]] if ref in self._generator.keys else schema


@_whole('pydantic._json_values', 'pydantic._json_fields')
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
