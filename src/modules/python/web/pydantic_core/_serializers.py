"""Schemas made into functions that dump: each takes a value, what holds for the dump, and what to include and exclude."""
import dataclasses
from collections import Counter, OrderedDict, deque
from collections.abc import Generator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import PurePath
from re import Pattern
from uuid import UUID

from ._dates import iso, iso_duration
from ._errors import PydanticOmit, PydanticSerializationError, PydanticSerializationUnexpectedValue, short, type_name
from ._json import to_json as _to_json
from ._undefined import MISSING, PydanticUndefined
from ._urls import _Base as _Url

_NAMES = ('by_alias', 'exclude_unset', 'exclude_defaults', 'exclude_none', 'round_trip', 'serialize_as_any', 'context', 'fallback',
          'exclude_computed_fields')


class _Unfit(Exception):
    pass


class Dump:
    """What holds for a whole dump."""

    def __init__(self, mode, options, serialize_unknown=False):
        self.mode, self.json = mode, mode == 'json'
        for name in _NAMES:
            setattr(self, name, options.get(name))
        self.unknown, self.check, self.told, self.busy = serialize_unknown, False, [], set()
        self.model = self.field = None
        self.timedelta, self.bytes, self.inf = options.get('timedelta', 'iso8601'), options.get('bytes', 'utf8'), 'null'
        self.temporal = 'iso8601'

    def unfit(self, expected, value):
        if self.check:
            raise _Unfit(expected)
        if value is not None:
            self.tell(expected, value)

    def tell(self, expected, value):
        name = f'field_name={self.field!r}, ' if self.field is not None else ''
        self.told.append(f'PydanticSerializationUnexpectedValue(Expected `{expected}` - serialized value may not be as expected '
                         f'[{name}input_value={short(repr(value))}, input_type={type_name(value)}])')


class Info:
    """What a function of the program learns about the dump that calls it."""

    def __init__(self, dump, include, exclude, field=None):
        self._dump, self.include, self.exclude = dump, include, exclude
        if field is not None:
            self.field_name = field

    mode = property(lambda self: self._dump.mode)
    context = property(lambda self: self._dump.context)

    def __getattr__(self, name):
        if name in _NAMES:
            return bool(getattr(self._dump, name))
        raise AttributeError(f"'pydantic_core._pydantic_core.SerializationInfo' object has no attribute {name!r}")

    def mode_is_json(self):
        return self._dump.json

    def __str__(self):
        return (f'SerializationInfo(include={self.include}, exclude={self.exclude}, context={self.context}, mode={self.mode!r}, '
                + ', '.join(f'{n}={getattr(self, n)}' for n in _NAMES[:5]) + f', serialize_as_any={self.serialize_as_any})')

    __repr__ = __str__


def chosen(key, include, exclude):
    """Whether a key is dumped, and what of it is included and excluded."""
    below_in = below_out = None
    if exclude is not None:
        if isinstance(exclude, dict):
            rule = exclude.get(key, PydanticUndefined)
            if '__all__' in exclude:
                every = exclude['__all__']
                rule = every if rule is PydanticUndefined or every in (True, ...) else _both(rule, every)
            if rule is True or rule is ...:
                return False, None, None
            if rule is not PydanticUndefined and rule is not False:
                below_out = rule
        elif key in exclude or '__all__' in exclude:
            return False, None, None
    if include is not None:
        if isinstance(include, dict):
            rule = include.get(key, PydanticUndefined)
            if '__all__' in include:
                every = include['__all__']
                rule = every if rule is PydanticUndefined else _both(rule, every)
            if rule is PydanticUndefined or rule is False:
                return False, None, None
            if rule is not True and rule is not ...:
                below_in = rule
        elif key not in include and '__all__' not in include:
            return False, None, None
    return True, below_in, below_out


def _both(one, other):
    if not isinstance(one, (dict, set)) or not isinstance(other, (dict, set)):
        return one
    as_dict = lambda rule: rule if isinstance(rule, dict) else dict.fromkeys(rule, True)
    one, other = as_dict(one), as_dict(other)
    return {key: _both(one[key], other[key]) if key in one and key in other else one.get(key, other.get(key))
            for key in {**one, **other}}


def _index(rule, at, size):
    """A rule for places that may be counted from the end."""
    if rule is None:
        return None
    if isinstance(rule, dict):
        return {key + size if isinstance(key, int) and key < 0 else key: value for key, value in rule.items()}
    return {key + size if isinstance(key, int) and key < 0 else key for key in rule}


class _Within:
    """Guards against what holds itself."""

    def __init__(self, dump, value):
        self.busy, self.mark = dump.busy, id(value)

    def __enter__(self):
        if self.mark in self.busy:
            raise ValueError('Circular reference detected (id repeated)')
        self.busy.add(self.mark)

    def __exit__(self, *args):
        self.busy.discard(self.mark)


def json_key(key, dump):
    if isinstance(key, Enum):
        key = key.value
    if type(key) is str:
        return key
    if key is None:
        return 'None'
    if isinstance(key, bool):
        return 'true' if key else 'false'
    if isinstance(key, tuple):
        return ','.join(json_key(each, dump) for each in key)
    found = infer(key, dump, None, None)
    if isinstance(found, (dict, list)):
        raise PydanticSerializationError(f'`{type(key).__name__}` not valid as object key')
    return found if isinstance(found, str) else str(found)


def _sequence(value, item, dump, include, exclude):
    if include is None and exclude is None:
        out = []
        for each in value:
            try:
                out.append(item(each, dump, None, None))
            except PydanticOmit:
                pass
        return out
    values, out = list(value), []
    include, exclude = _index(include, 0, len(values)), _index(exclude, 0, len(values))
    for n, each in enumerate(values):
        here, inner, outer = chosen(n, include, exclude)
        if here:
            out.append(item(each, dump, inner, outer))
    return out


def _mapping(value, key, item, dump, include, exclude):
    out = {}
    for name, each in value.items():
        here, inner, outer = chosen(name, include, exclude) if include is not None or exclude is not None else (True, None, None)
        if here:
            out[key(name, dump)] = item(each, dump, inner, outer)
    return out


def _same_key(key, dump):
    return json_key(key, dump) if dump.json else key


def _bytes(value, dump):
    if dump.bytes == 'base64':
        import base64
        return base64.urlsafe_b64encode(value).decode()
    if dump.bytes == 'hex':
        return bytes(value).hex()
    try:
        return bytes(value).decode()
    except UnicodeDecodeError as error:
        raise PydanticSerializationError(
            f'Error serializing to JSON: invalid utf-8 sequence of 1 bytes from index {error.start}') from None


def _delta(value, dump):
    return iso_duration(value) if dump.timedelta == 'iso8601' else value.total_seconds()


def infer(value, dump, include=None, exclude=None):
    """The dump of a value by its own kind."""
    kind = type(value)
    if kind is str or value is None or kind is int or kind is bool or kind is float:
        return value
    serializer = kind.__dict__.get('__pydantic_serializer__') if isinstance(kind, type) else None
    if serializer is None and hasattr(kind, '__pydantic_serializer__'):
        serializer = kind.__pydantic_serializer__
    if serializer is not None and hasattr(serializer, 'run'):
        check, dump.check = dump.check, False
        try:
            return serializer.run(value, dump, include, exclude)
        finally:
            dump.check = check
    if isinstance(value, Enum):
        return infer(value.value, dump) if dump.json else value
    if isinstance(value, dict):
        with _Within(dump, value):
            return _mapping(value, _same_key, infer, dump, include, exclude)
    if isinstance(value, (list, tuple, set, frozenset, deque)):
        with _Within(dump, value):
            out = _sequence(value, infer, dump, include, exclude)
        if dump.json or kind is list:
            return out
        if isinstance(value, tuple) and hasattr(value, '_fields'):
            return kind(*out)
        return (tuple if isinstance(value, tuple) else set if isinstance(value, set) else frozenset if isinstance(
            value, frozenset) else list if isinstance(value, list) else deque)(out)
    if isinstance(value, Generator) and dump.json:
        return [infer(each, dump) for each in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        with _Within(dump, value):
            return _mapping({f.name: getattr(value, f.name) for f in dataclasses.fields(value)}, _same_key, infer, dump, include, exclude)
    if not dump.json:
        return value
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, (bytes, bytearray)):
        return _bytes(value, dump)
    if isinstance(value, (datetime, time)):
        return iso(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, timedelta):
        return _delta(value, dump)
    if isinstance(value, (Decimal, UUID, PurePath, _Url, Fraction, complex)) or kind.__module__ == 'ipaddress':
        return _complex(value) if kind is complex else str(value)
    if isinstance(value, Pattern):
        return value.pattern
    if dump.fallback:
        return infer(dump.fallback(value), dump, include, exclude)
    if value is MISSING or dump.unknown:
        if dump.unknown:
            return _shown(value)
    if hasattr(kind, '_url') or hasattr(value, '_url'):
        return str(value)
    raise PydanticSerializationError(f'Unable to serialize unknown type: {kind}')


def _complex(value):
    text = str(value)
    return text[1:-1] if text[0] == '(' else text


def _shown(value):
    try:
        return str(value)
    except Exception:
        return f'<Unserializable {type(value).__name__} object>'


class SchemaSerializer:
    def __init__(self, schema, config=None, _use_prebuilt=True):
        self.schema, self.config = schema, config or {}
        self.run = compiled(schema, self.config)

    def _dumped(self, value, mode, include, exclude, warnings, options):
        options.setdefault('timedelta', self.config.get('ser_json_timedelta', 'iso8601'))
        options.setdefault('bytes', self.config.get('ser_json_bytes', 'utf8'))
        dump = Dump(mode, options)
        found = self.run(value, dump, include, exclude)
        if dump.told and warnings not in (False, 'none'):
            text = '\n  '.join(dump.told)
            if warnings == 'error':
                raise PydanticSerializationError(f'Pydantic serializer warnings:\n  {text}')
            from pydantic._told import told
            told(f'Pydantic serializer warnings:\n  {text}', UserWarning)
        return found

    def to_python(self, value, *, mode='python', include=None, exclude=None, warnings=True, **options):
        return self._dumped(value, mode, include, exclude, warnings, options)

    def to_json(self, value, *, indent=None, ensure_ascii=False, include=None, exclude=None, warnings=True, **options):
        found = self._dumped(value, 'json', include, exclude, warnings, options)
        return _to_json(found, indent, ensure_ascii, self.config.get('ser_json_inf_nan', 'null'))

    def __repr__(self):
        return 'SchemaSerializer()'


def to_jsonable_python(value, *, include=None, exclude=None, by_alias=True, exclude_none=False, round_trip=False,
                       timedelta_mode='iso8601', bytes_mode='utf8', inf_nan_mode='constants', serialize_unknown=False, fallback=None,
                       serialize_as_any=False, context=None, **more):
    options = {'by_alias': by_alias, 'exclude_none': exclude_none, 'round_trip': round_trip, 'fallback': fallback, 'context': context,
               'timedelta': timedelta_mode, 'bytes': bytes_mode}
    return infer(value, Dump('json', options, serialize_unknown), include, exclude)


def to_json(value, *, indent=None, ensure_ascii=False, inf_nan_mode='constants', **options):
    return _to_json(to_jsonable_python(value, **options), indent, ensure_ascii, inf_nan_mode)


def compiled(schema, config):
    """The function that dumps by a schema."""
    kind = schema['type']
    if kind == 'model' or kind == 'dataclass':
        config = schema.get('config', config)
    own = schema.get('serialization')
    if own is not None:
        made = _OWN.get(own['type'])
        if made is not None:
            return made(own, schema, config)
        return compiled({k: v for k, v in own.items()}, config)
    made = _MAKERS.get(kind)
    return made(schema, config) if made else infer


def _exact(told, *kinds):
    def maker(schema, config):
        def same(value, dump, include, exclude):
            if type(value) in kinds:
                return value
            if not isinstance(value, kinds) or isinstance(value, bool) and bool not in kinds or dump.check == 'exact':
                dump.unfit(told, value)
            return infer(value, dump, include, exclude)
        return same
    return maker


def _by(told, kind, convert):
    def maker(schema, config):
        def dumped(value, dump, include, exclude):
            if not isinstance(value, kind):
                dump.unfit(told, value)
                return infer(value, dump, include, exclude)
            return convert(value, dump) if dump.json else value
        return dumped
    return maker


def _float(schema, config):
    def real(value, dump, include, exclude):
        if type(value) is float:
            return value
        if type(value) is int:
            if dump.check == 'exact':
                dump.unfit('float', value)
            return float(value) if dump.json else value
        if not isinstance(value, (float, int)) or isinstance(value, bool):
            dump.unfit('float', value)
        return infer(value, dump, include, exclude)
    return real


def _none(schema, config):
    def none(value, dump, include, exclude):
        if value is not None:
            dump.unfit('none', value)
        return infer(value, dump, include, exclude)
    return none


def _items(told, kind, make):
    def maker(schema, config):
        item = compiled(schema['items_schema'], config) if schema.get('items_schema') else infer

        def sequence(value, dump, include, exclude):
            if not isinstance(value, kind):
                dump.unfit(told(schema), value)
                return infer(value, dump, include, exclude)
            with _Within(dump, value):
                out = _sequence(value, item, dump, include, exclude)
            return out if dump.json or make is list else make(out)

        return sequence
    return maker


def _bracketed(name):
    from ._validators import title_of
    return lambda schema: f'{name}[{title_of(schema["items_schema"]) if schema.get("items_schema") else "any"}]'


def _tuple(schema, config):
    from ._validators import title_of
    items, at = [compiled(each, config) for each in schema['items_schema']], schema.get('variadic_item_index')

    def dumped(value, dump, include, exclude):
        if not isinstance(value, tuple):
            dump.unfit(title_of(schema), value)
            return infer(value, dump, include, exclude)
        wanted = items
        if at is not None:
            wanted = items[:at] + [items[at]] * (len(value) - len(items) + 1) + items[at + 1:]
        elif len(value) != len(items) and dump.check:
            raise _Unfit('tuple')
        out = []
        include, exclude = _index(include, 0, len(value)), _index(exclude, 0, len(value))
        for n, each in enumerate(value):
            here, inner, outer = chosen(n, include, exclude)
            if here:
                out.append((wanted[n] if n < len(wanted) else infer)(each, dump, inner, outer))
        return out if dump.json else tuple(out)

    return dumped


def _dict(told, kind):
    def maker(schema, config):
        keys = compiled(schema['keys_schema'], config) if schema.get('keys_schema') else infer
        values = compiled(schema['values_schema'], config) if schema.get('values_schema') else infer
        from ._validators import title_of

        def key(name, dump):
            found = keys(name, dump, None, None) if not (dump.json and isinstance(name, tuple)) else name
            return json_key(found, dump) if dump.json else found

        def mapping(value, dump, include, exclude):
            if not isinstance(value, kind):
                dump.unfit(title_of(schema), value)
                return infer(value, dump, include, exclude)
            with _Within(dump, value):
                return _mapping(value, key, values, dump, include, exclude)

        return mapping
    return maker


def _generator(schema, config):
    item = compiled(schema['items_schema'], config) if schema.get('items_schema') else infer

    def generator(value, dump, include, exclude):
        if not hasattr(value, '__next__'):
            dump.unfit('generator', value)
            return infer(value, dump, include, exclude)
        if dump.json:
            return _sequence(value, item, dump, include, exclude)
        return (item(each, dump, None, None) for each in value)

    return generator


def _enum(schema, config):
    cls = schema['cls']

    def enum(value, dump, include, exclude):
        if not isinstance(value, cls):
            dump.unfit('enum', value)
        elif not dump.json:
            return value
        return infer(value, dump)

    return enum


def _literal(schema, config):
    expected = schema['expected']
    from ._validators import title_of

    def literal(value, dump, include, exclude):
        if not any(value is each or type(value) is type(each) and value == each for each in expected):
            if dump.check:
                raise _Unfit(title_of(schema))
        return infer(value, dump)

    return literal


def _inner(name):
    return lambda schema, config: compiled(schema[name], config)


def _default(schema, config):
    inner = compiled(schema['schema'], config)

    def dumped(value, dump, include, exclude):
        return inner(value, dump, include, exclude)

    factory = schema.get('default_factory')
    if 'default' in schema:
        dumped.default = lambda: schema['default']
    elif factory is not None and not schema.get('default_factory_takes_data'):
        dumped.default = factory
    return dumped


def _nullable(schema, config):
    inner = compiled(schema['schema'], config)
    return lambda value, dump, include, exclude: None if value is None else inner(value, dump, include, exclude)


def _union(schema, config):
    choices = [compiled(each[0] if isinstance(each, tuple) else each, config) for each in (
        schema['choices'].values() if isinstance(schema['choices'], dict) else schema['choices']) if not isinstance(each, (str, int))]
    tag = schema.get('discriminator')
    by_tag = {key: compiled(each, config) for key, each in schema['choices'].items()
              if not isinstance(each, (str, int))} if tag is not None else {}

    def union(value, dump, include, exclude):
        if by_tag:
            found = tag(value) if callable(tag) else (value.get(tag) if isinstance(value, dict) else getattr(value, tag, None)) if isinstance(
                tag, str) else None
            try:
                run = by_tag.get(found.value if isinstance(found, Enum) and found not in by_tag else found)
            except TypeError:
                run = None
            if run:
                return run(value, dump, include, exclude)
        outer = dump.check
        told = []
        try:
            for dump.check in ('exact', 'lax'):
                for run in choices:
                    before = len(dump.told)
                    try:
                        return run(value, dump, include, exclude)
                    except _Unfit as unfit:
                        del dump.told[before:]
                        if dump.check == 'lax':
                            told.append(str(unfit))
                    except (PydanticSerializationError, AttributeError, TypeError):
                        del dump.told[before:]
        finally:
            dump.check = outer
        if outer:
            raise _Unfit(told[-1] if told else 'union')
        for each in told:
            dump.tell(each, value)
        return infer(value, dump, include, exclude)

    return union


def _json(schema, config):
    inner = compiled(schema['schema'], config) if schema.get('schema') else infer

    def json(value, dump, include, exclude):
        if dump.round_trip:
            mode = dump.json
            dump.json = True
            try:
                return _to_json(inner(value, dump, include, exclude)).decode()
            finally:
                dump.json = mode
        return inner(value, dump, include, exclude)

    return json


def _reference(schema, config):
    cell, ready = schema['cell'], []

    def reference(value, dump, include, exclude):
        if not ready:
            ready.append(compiled(cell[0], config))
        return ready[0](value, dump, include, exclude)

    return reference


def _definitions(schema, config):
    from ._validators import linked
    return compiled(linked(schema['schema'], {each['ref']: [each, None] for each in schema['definitions']}), config)


def _fields(schema, config):
    """What dumps named values: the function takes a dictionary, its extra values, the instance, and which names were given."""
    fields = {}
    for each in (schema['fields'].items() if isinstance(schema['fields'], dict) else [(f['name'], f) for f in schema['fields']]):
        name, field = each
        if field.get('init_only'):
            continue
        run = compiled(field['schema'], config)
        fields[name] = (run, field.get('serialization_alias', name), field.get('serialization_exclude', False),
                        field.get('serialization_exclude_if'), _default_of(run))
    computed = [(each['property_name'], compiled(each.get('return_schema') or {'type': 'any'}, config), each.get('alias') or
                 each['property_name'], each.get('serialization_exclude_if')) for each in schema.get('computed_fields', ())]
    extra = compiled(schema['extras_schema'], config) if schema.get('extras_schema') else infer
    aliased = config.get('serialize_by_alias', False)

    def dumped(values, more, instance, given, dump, include, exclude):
        out = {}
        by_alias = aliased if dump.by_alias is None else dump.by_alias
        outer, field_name = dump.model, dump.field
        dump.model = instance
        plain = include is None and exclude is None
        try:
            for name, value in values.items():
                found = fields.get(name)
                if found is None:
                    if dump.check == 'exact' and dump.json is None:
                        raise _Unfit(name)
                    continue
                run, alias, excluded, unless, default = found
                if excluded or value is MISSING or value is None and dump.exclude_none:
                    continue
                if dump.exclude_unset and given is not None and name not in given:
                    continue
                if plain:
                    inner = outside = None
                else:
                    here, inner, outside = chosen(name, include, exclude)
                    if not here:
                        continue
                if unless and unless(value):
                    continue
                if dump.exclude_defaults and default is not None and default() == value:
                    continue
                dump.field = name
                try:
                    out[alias if by_alias else name] = run(value, dump, inner, outside)
                except PydanticOmit:
                    pass
            for name, value in (more or {}).items():
                here, inner, outside = chosen(name, include, exclude)
                if here and not (value is None and dump.exclude_none):
                    dump.field = name
                    out[name] = extra(value, dump, inner, outside)
            if computed and not dump.round_trip and not dump.exclude_computed_fields:
                for name, run, alias, unless in computed:
                    here, inner, outside = chosen(name, include, exclude)
                    if not here:
                        continue
                    value = getattr(instance, name)
                    if value is None and dump.exclude_none or unless and unless(value):
                        continue
                    dump.field = name
                    out[alias if by_alias else name] = run(value, dump, inner, outside)
        finally:
            dump.model, dump.field = outer, field_name
        return out

    return dumped


def _default_of(run):
    return getattr(run, 'default', None)


def _fields_schema(schema):
    while schema['type'] not in ('model-fields', 'dataclass-args', 'typed-dict'):
        if 'schema' not in schema:
            return None
        schema = schema['schema']
    return schema


def _model(schema, config):
    cls = schema['cls']
    if schema.get('root_model'):
        inner = compiled(schema['schema'], config)

        def root(value, dump, include, exclude):
            if not isinstance(value, cls):
                dump.unfit(cls.__name__, value)
                return infer(value, dump, include, exclude)
            if dump.check == 'exact' and type(value) is not cls:
                raise _Unfit(cls.__name__)
            outer, check, field = dump.model, dump.check, dump.field
            dump.model, dump.check = value, False
            try:
                return inner(value.root, dump, include, exclude)
            finally:
                dump.model, dump.check, dump.field = outer, check, field

        root.default = None
        return root
    shape = _fields_schema(schema)
    fields = _fields(shape, config) if shape and 'serialization' not in shape else None
    whole = compiled(shape, config) if shape and fields is None else None

    def model(value, dump, include, exclude):
        kind = type(value)
        if kind is not cls:
            if not isinstance(value, cls):
                dump.unfit(cls.__name__, value)
                return infer(value, dump, include, exclude)
            if dump.check == 'exact':
                raise _Unfit(cls.__name__)
            if dump.serialize_as_any:
                return infer(value, dump, include, exclude)
        check, dump.check = dump.check, False
        with _Within(dump, value):
            try:
                if fields is None:
                    return whole(value, dump, include, exclude)
                return fields(value.__dict__, value.__pydantic_extra__, value, value.__pydantic_fields_set__, dump, include, exclude)
            finally:
                dump.check = check

    return model


def _dataclass(schema, config):
    cls, fields = schema['cls'], _fields(_fields_schema(schema), config)
    names = schema['fields']

    def dataclass(value, dump, include, exclude):
        if not isinstance(value, cls) or isinstance(value, type):
            dump.unfit(cls.__name__, value)
            return infer(value, dump, include, exclude)
        if dump.check == 'exact' and type(value) is not cls:
            raise _Unfit(cls.__name__)
        check, dump.check = dump.check, False
        with _Within(dump, value):
            try:
                values = {name: getattr(value, name) for name in names if hasattr(value, name)}
                more = {k: v for k, v in getattr(value, '__dict__', {}).items() if k not in values} if config.get(
                    'extra_fields_behavior') == 'allow' else None
                return fields(values, more, value, None, dump, include, exclude)
            finally:
                dump.check = check

    return dataclass


def _typed_dict(schema, config):
    config = schema.get('config', config)
    fields = _fields(schema, config)
    known = schema['fields']
    allows = (schema.get('extra_behavior') or config.get('extra_fields_behavior')) == 'allow'

    def typed(value, dump, include, exclude):
        if not isinstance(value, dict):
            dump.unfit(schema['cls'].__name__ if 'cls' in schema else 'dict', value)
            return infer(value, dump, include, exclude)
        if dump.check and any(name not in value for name, f in known.items() if f.get('required', schema.get('total', True))):
            raise _Unfit('typed-dict')
        more = {k: v for k, v in value.items() if k not in known} if allows else None
        return fields({k: v for k, v in value.items() if k in known}, more, value, None, dump, include, exclude)

    return typed


def _named_tuple(schema, config):
    runs = [compiled(each['schema'], config) for each in schema['fields']]

    def named(value, dump, include, exclude):
        if not isinstance(value, tuple):
            dump.unfit(schema['cls'].__name__, value)
            return infer(value, dump, include, exclude)
        out = [run(each, dump, None, None) for run, each in zip(runs, value)]
        return out if dump.json else tuple(out)

    return named


class _Go:
    """What a wrapping function of the program calls to go on."""

    def __init__(self, run, dump, include, exclude):
        self._run, self._dump, self._include, self._exclude = run, dump, include, exclude

    def __call__(self, value, index_key=None):
        here, inner, outer = (True, self._include, self._exclude)
        if index_key is not None:
            here, inner, outer = chosen(index_key, inner, outer)
            if not here:
                raise PydanticOmit
        return self._run(value, self._dump, inner, outer)


def _used(own, dump, value):
    when = own.get('when_used', 'always')
    if when == 'always':
        return True
    if when.startswith('json') and not dump.json:
        return False
    return not (when.endswith('unless-none') and value is None)


def _own_function(own, schema, config):
    wraps = own['type'] == 'function-wrap'
    function, of_field, wants_info = own['function'], own.get('is_field_serializer'), own.get('info_arg')
    bare = {k: v for k, v in schema.items() if k != 'serialization'}
    cell = []

    def inner():
        if not cell:
            cell.append(compiled(own.get('schema') or bare, config))
        return cell[0]

    after = compiled(own['return_schema'], config) if own.get('return_schema') and own['return_schema']['type'] != 'any' else infer

    def dumped(value, dump, include, exclude):
        if not _used(own, dump, value):
            return inner()(value, dump, include, exclude)
        args = [dump.model, value] if of_field else [value]
        if wraps:
            args.append(_Go(inner(), dump, include, exclude))
        if wants_info:
            args.append(Info(dump, include, exclude, dump.field))
        check, dump.check = dump.check, False
        try:
            if check and schema['type'] in ('model', 'dataclass') and not isinstance(value, schema['cls']):
                raise _Unfit(schema['cls'].__name__)
            found = function(*args)
            if found is value and after is infer and not dump.json and hasattr(type(value), '__pydantic_serializer__'):
                return inner()(value, dump, include, exclude)
            return after(found, dump, None, None)
        except (PydanticOmit, _Unfit, PydanticSerializationError):
            raise
        except Exception as error:
            if type(error).__module__ == 'builtins' and not isinstance(error, PydanticSerializationUnexpectedValue):
                failed = error
            elif isinstance(error, PydanticSerializationUnexpectedValue):
                dump.told.append(str(error))
                return infer(value, dump, include, exclude)
            else:
                raise
        finally:
            dump.check = check
        raise PydanticSerializationError(f'Error calling function `{_name(function)}`: {type(failed).__name__}: {failed}') from failed

    return dumped


def _name(function):
    return getattr(function, '__name__', None) or repr(function)


def _own_format(own, schema, config):
    def dumped(value, dump, include, exclude):
        if not _used({'when_used': own.get('when_used', 'json-unless-none')}, dump, value):
            return infer(value, dump, include, exclude)
        return str(value) if own['type'] == 'to-string' else format(value, own['formatting_string'])

    return dumped


def _include_exclude(own, schema, config):
    return compiled({k: v for k, v in schema.items() if k != 'serialization'}, config)


_OWN = {'function-plain': _own_function, 'function-wrap': _own_function, 'to-string': _own_format, 'format': _own_format,
        'include-exclude-sequence': _include_exclude, 'include-exclude-dict': _include_exclude}
_text = lambda value, dump: str(value)
_MAKERS = {
    'str': _exact('str', str), 'int': _exact('int', int), 'bool': _exact('bool', bool), 'float': _float, 'none': _none,
    'bytes': _by('bytes', bytes, _bytes), 'decimal': _by('decimal', Decimal, _text), 'uuid': _by('uuid', UUID, _text),
    'datetime': _by('datetime', datetime, lambda value, dump: iso(value)), 'time': _by('time', time, lambda value, dump: iso(value)),
    'date': _by('date', date, lambda value, dump: value.isoformat()), 'timedelta': _by('timedelta', timedelta, _delta),
    'url': _by('url', _Url, _text), 'multi-host-url': _by('multi-host-url', _Url, _text),
    'list': _items(_bracketed('list'), list, list), 'set': _items(_bracketed('set'), set, set), 'deque': _items(_bracketed('deque'), deque, deque),
    'frozenset': _items(_bracketed('frozenset'), frozenset, frozenset), 'tuple': _tuple, 'generator': _generator,
    'dict': _dict('dict', dict), 'ordered-dict': _dict('ordered-dict', OrderedDict), 'counter': _dict('counter', Counter),
    'enum': _enum, 'literal': _literal, 'default': _default, 'nullable': _nullable, 'union': _union, 'tagged-union': _union,
    'json': _json, 'definition-ref': _reference, 'definitions': _definitions, 'model': _model, 'dataclass': _dataclass,
    'typed-dict': _typed_dict, 'named-tuple': _named_tuple, 'function-before': _inner('schema'), 'function-after': _inner('schema'),
    'function-wrap': _inner('schema'), 'custom-error': _inner('schema'), 'lax-or-strict': _inner('strict_schema'),
    'json-or-python': _inner('json_schema'), 'chain': lambda schema, config: compiled(schema['steps'][-1], config),
}
