"""How the fields of models, dataclasses and arguments are found in what is given."""
from collections.abc import Mapping

from ._errors import Failed, Line, PydanticOmit, fail
from ._undefined import PydanticUndefined

_set = object.__setattr__


def _strict(schema, config):
    own = schema.get('strict')
    return config.get('strict', False) if own is None else own


def _paths(alias):
    """The ways of an alias: each a list of keys and places."""
    if isinstance(alias, str):
        return [[alias]]
    return [alias] if alias and not isinstance(alias[0], list) else list(alias)


def _taken(value, path):
    """What lies at the end of a path, or PydanticUndefined."""
    for step in path:
        try:
            if isinstance(value, (str, bytes)) or isinstance(step, int) and not isinstance(value, (list, tuple, Mapping)):
                return PydanticUndefined
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return PydanticUndefined
    return value


class _Source:
    """A mapping view of the attributes of an object."""

    def __init__(self, value, kwargs=None):
        self.value, self.kwargs = value, kwargs or {}

    def get(self, name, default):
        if name in self.kwargs:
            return self.kwargs[name]
        try:
            return getattr(self.value, name)
        except AttributeError:
            return default
        except Exception as error:
            text = f'{type(error).__name__}: {error}'
        fail('get_attribute_error', self.value, error=text)


def _at_place(source, path):
    if isinstance(source, _Source):
        value = source.get(path[0], PydanticUndefined)
        for step in path[1:]:
            if value is PydanticUndefined:
                break
            value = value[step] if isinstance(step, int) and isinstance(value, (list, tuple)) else _Source(
                value).get(step, PydanticUndefined) if isinstance(step, str) and not isinstance(value, Mapping) else _taken(value, [step])
        return value
    return _taken(source, path)


class _Field:
    __slots__ = ('name', 'run', 'paths', 'simple', 'default', 'required', 'frozen', 'place', 'alias_only', 'positional', 'keyword', 'init', 'init_only')


def _field(name, schema, config):
    from ._validators import compiled
    field = _Field()
    inner = schema['schema']
    for each in _functions(inner):
        each.setdefault('_field', name)
    field.name, field.run = name, compiled(inner, config)
    alias = schema.get('validation_alias')
    field.paths = None if alias is None else _paths(alias)
    field.simple = alias if isinstance(alias, str) else None
    field.default = getattr(field.run, 'default', None)
    field.frozen = schema.get('frozen', False)
    field.place = tuple(field.paths[0]) if field.paths else (name,)
    return field


def _functions(schema):
    """The schemas of functions that a field's schema wraps its own in, which learn the field's name."""
    while isinstance(schema, dict):
        if schema['type'].startswith('function-'):
            yield schema
        schema = schema.get('schema')


def _names(field, st, config):
    """Whether the alias counts, and whether the name does."""
    by_alias = st.by_alias if st.by_alias is not None else config.get('validate_by_alias', True)
    by_name = st.by_name if st.by_name is not None else config.get('validate_by_name', False)
    return by_alias, by_name


def _found(field, source, st, config):
    """A field's value of a source and the place of it; PydanticUndefined if there is none."""
    if field.paths is None:
        value = source.get(field.name, PydanticUndefined)
        return value, (field.name,)
    by_alias, by_name = _names(field, st, config)
    if by_alias:
        for path in field.paths:
            value = _at_place(source, path)
            if value is not PydanticUndefined:
                return value, tuple(path) if config.get('loc_by_alias', True) else (field.name,)
    if by_name or not by_alias:
        value = source.get(field.name, PydanticUndefined)
        if value is not PydanticUndefined or not by_alias:
            return value, (field.name,)
    return PydanticUndefined, field.place if config.get('loc_by_alias', True) else (field.name,)


def _extras(schema, config, behavior):
    from ._validators import compiled
    values = compiled(schema['extras_schema'], config) if schema.get('extras_schema') else None
    keys = compiled(schema['extras_keys_schema'], config) if schema.get('extras_keys_schema') else None

    def extra(value, used, st, lines, kind):
        wanted = st.extra or behavior
        found = {} if wanted == 'allow' else None
        if wanted == 'ignore' or isinstance(value, _Source):
            return found
        for key, each in value.items():
            if type(key) is not str:
                if not isinstance(key, str):
                    lines.append(Line('invalid_key', key, None, (key if isinstance(key, int) else str(key),)))
                    continue
            if key in used:
                continue
            if wanted == 'forbid':
                lines.append(Line('extra_forbidden', each, None, (key,)))
                continue
            try:
                if keys:
                    key = keys(key, st)
                found[key] = values(each, st) if values else each
            except Failed as failed:
                lines += failed.under(key)
            except PydanticOmit:
                pass
        return found

    return extra


def _used(fields, st, config):
    names = set()
    for field in fields:
        if field.paths is None:
            names.add(field.name)
            continue
        by_alias, by_name = _names(field, st, config)
        if by_alias:
            names.update(path[0] for path in field.paths)
        if by_name or not by_alias:
            names.add(field.name)
    return names


def _values(fields, source, input, st, config, found, lines, given):
    """Validates fields one after the other into a dictionary, which their functions see so far."""
    outer, st.data = st.data, found
    floor = 2
    try:
        for field in fields:
            try:
                if field.paths is None:
                    value, place = source.get(field.name, PydanticUndefined), None
                else:
                    value, place = _found(field, source, st, config)
                if value is PydanticUndefined:
                    make = field.default
                    if make is None:
                        lines.append(Line('missing', input, None, place or (field.name,)))
                        continue
                    try:
                        if lines and getattr(field, 'required', None) == 'data':
                            fail('default_factory_not_called', PydanticUndefined)
                        found[field.name] = make(st)
                    except PydanticOmit:
                        pass
                    except Failed as failed:
                        for line in failed.lines:
                            line.loc = (*(place or (field.name,)), *line.loc)
                        lines += failed.lines
                    continue
                found[field.name] = field.run(value, st)
                given.add(field.name)
            except Failed as failed:
                for line in failed.lines:
                    line.loc = (*(place or (field.name,)), *line.loc) if 'place' in locals() else (field.name, *line.loc)
                lines += failed.lines
            except PydanticOmit:
                pass
    finally:
        st.data = outer


def _attributes(value):
    return type(value).__module__ != 'builtins'


def _needs_data(schema):
    while isinstance(schema, dict):
        if schema['type'] == 'default':
            return schema.get('default_factory_takes_data')
        schema = schema.get('schema')


def fail_at(kind, name, value, **ctx):
    raise Failed([Line(kind, value, ctx or None, (name,))])


def _checked(function, input, *args, **kwargs):
    from ._validators import _checked
    if kwargs:
        return _checked(lambda: function(*args, **kwargs), input)
    return _checked(function, input, *args)
