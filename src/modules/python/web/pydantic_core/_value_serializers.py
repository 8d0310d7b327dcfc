"""How values are given out by the schema of a value, of a container or of several of them."""
from collections import Counter, OrderedDict, deque
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from uuid import UUID

from ._dates import iso
from ._errors import PydanticSerializationError
from ._json import to_json as _to_json
from ._urls import _Base as _Url
from ._inferred import _Unfit, _Within, _bytes, _delta, _index, _mapping, _sequence, chosen, infer, json_key
from ._compiled import compiled


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
_text = lambda value, dump: str(value)
MAKERS = {
    'str': _exact('str', str), 'int': _exact('int', int), 'bool': _exact('bool', bool), 'float': _float, 'none': _none,
    'bytes': _by('bytes', bytes, _bytes), 'decimal': _by('decimal', Decimal, _text), 'uuid': _by('uuid', UUID, _text),
    'datetime': _by('datetime', datetime, lambda value, dump: iso(value)), 'time': _by('time', time, lambda value, dump: iso(value)),
    'date': _by('date', date, lambda value, dump: value.isoformat()), 'timedelta': _by('timedelta', timedelta, _delta),
    'url': _by('url', _Url, _text), 'multi-host-url': _by('multi-host-url', _Url, _text),
    'list': _items(_bracketed('list'), list, list), 'set': _items(_bracketed('set'), set, set), 'deque': _items(_bracketed('deque'), deque, deque),
    'frozenset': _items(_bracketed('frozenset'), frozenset, frozenset), 'tuple': _tuple, 'generator': _generator,
    'dict': _dict('dict', dict), 'ordered-dict': _dict('ordered-dict', OrderedDict), 'counter': _dict('counter', Counter),
    'enum': _enum, 'literal': _literal, 'default': _default, 'nullable': _nullable, 'union': _union, 'tagged-union': _union,
    'json': _json, 'definition-ref': _reference, 'definitions': _definitions, 'function-before': _inner('schema'), 'function-after': _inner('schema'),
    'function-wrap': _inner('schema'), 'custom-error': _inner('schema'), 'lax-or-strict': _inner('strict_schema'),
    'json-or-python': _inner('json_schema'), 'chain': lambda schema, config: compiled(schema['steps'][-1], config),
}
