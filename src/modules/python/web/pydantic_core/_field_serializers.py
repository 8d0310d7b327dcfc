"""How models are given out, and what else has fields."""
from ._errors import PydanticOmit
from ._undefined import MISSING
from ._inferred import _Unfit, _Within, chosen, infer
from ._compiled import compiled


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


MAKERS = {'model': _model, 'dataclass': _dataclass, 'typed-dict': _typed_dict, 'named-tuple': _named_tuple}
