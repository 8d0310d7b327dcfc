"""Validators of what has fields: models, typed dictionaries, dataclasses, named tuples, and arguments of calls."""
from collections.abc import Mapping

from ._errors import Failed, Line, PydanticOmit, fail
from ._containers import _goes_through
from ._undefined import ArgsKwargs, PydanticUndefined

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


def _model_fields(schema, config):
    fields = [_field(name, each, config) for name, each in schema['fields'].items()]
    for field, each in zip(fields, schema['fields'].values()):
        field.required = 'data' if _needs_data(each['schema']) else None
    by_name = {field.name: field for field in fields}
    behavior = schema.get('extra_behavior') or config.get('extra_fields_behavior') or 'ignore'
    extra = _extras(schema, config, behavior)
    own, own_attributes = _strict(schema, config), schema.get('from_attributes', config.get('from_attributes', False))
    title = schema.get('model_name', 'Model')

    def model_fields(value, st):
        source = value
        if not isinstance(value, dict):
            attributes = own_attributes if st.from_attributes is None else st.from_attributes
            strict = own if st.strict is None else st.strict
            if st.mode == 'python' and isinstance(value, Mapping) and not strict:
                pass
            elif attributes and st.mode == 'python' and _attributes(value):
                source = _Source(value)
            elif attributes and isinstance(value, tuple) and len(value) == 2 and isinstance(value[1], dict):
                source = _Source(*value)
            else:
                fail('model_attributes_type', value) if attributes and st.mode == 'python' else fail('model_type', value, class_name=title)
        found, lines, given = {}, [], set()
        _values(fields, source, value, st, config, found, lines, given)
        more = None
        if behavior != 'ignore' or st.extra:
            more = extra(source, _used(fields, st, config), st, lines, 'extra_forbidden')
            if more:
                given.update(more)
        if lines:
            raise Failed(lines)
        st.fields_set_count = (st.fields_set_count or 0) + len(given)
        return found, more, given

    def assign(data, name, value, st):
        """The new values, the new extra values, and the names that were given."""
        values, more = data
        field = by_name.get(name)
        lines = []
        if field is None:
            if (st.extra or behavior) != 'allow':
                fail_at('no_such_attribute', name, value, attribute=name)
            found = extra({name: value}, (), st, lines, None)
            if lines:
                raise Failed(lines)
            return values, {**(more or {}), **found}, {name}
        if field.frozen:
            fail_at('frozen_field', name, value)
        outer, st.data = st.data, {key: each for key, each in values.items() if key != name}
        try:
            found = field.run(value, st)
        except Failed as failed:
            raise Failed(failed.under(name)) from None
        finally:
            st.data = outer
        return {**values, name: found}, more, {name}

    model_fields.assign_fields = assign
    model_fields.assign = lambda data, name, value, st: assign(data, name, value, st)
    return model_fields


def fail_at(kind, name, value, **ctx):
    raise Failed([Line(kind, value, ctx or None, (name,))])


def _model(schema, config):
    from ._validators import compiled
    cls = schema['cls']
    ready = cls.__dict__.get('__pydantic_validator__')
    if getattr(ready, 'schema', None) is not None and getattr(ready, 'model_schema', None) is schema:
        return ready.model_run
    config = schema.get('config', config)
    inner = compiled(schema['schema'], config)
    root, custom, post = schema.get('root_model', False), schema.get('custom_init', False), schema.get('post_init')
    revalidate = schema.get('revalidate_instances') or config.get('revalidate_instances', 'never')
    new = cls.__new__
    origin = getattr(cls, '__pydantic_generic_metadata__', {}).get('origin')

    def filled(instance, value, st):
        st.self_instance = None
        if root:
            given = set() if value is PydanticUndefined else {'root'}
            if value is PydanticUndefined:
                value = inner.default(st) if getattr(inner, 'default', None) else inner(value, st)
            else:
                value = inner(value, st)
            _set(instance, '__dict__', {'root': value})
            _set(instance, '__pydantic_extra__', None)
            _set(instance, '__pydantic_private__', None)
            _set(instance, '__pydantic_fields_set__', given)
        else:
            values, more, given = inner(value, st)
            _set(instance, '__dict__', values)
            _set(instance, '__pydantic_extra__', more)
            _set(instance, '__pydantic_private__', None)
            _set(instance, '__pydantic_fields_set__', given)
        if post:
            _checked(getattr(instance, post), value, st.context)
        return instance

    def model(value, st):
        if st.self_instance is not None:
            return filled(st.self_instance, value, st)
        if isinstance(value, cls):
            if type(value) is not cls:
                st.floor(1)
            if revalidate == 'always' or revalidate == 'subclass-instances' and type(value) is not cls:
                if root:
                    return filled(new(cls), value.root, st)
                made = filled(new(cls), {**value.__dict__, **(value.__pydantic_extra__ or {})}, st)
                _set(made, '__pydantic_fields_set__', set(value.__pydantic_fields_set__))
                return made
            return value
        st.floor(0)
        if origin is not None and isinstance(value, origin):  # of the same generic class, with other arguments
            return filled(new(cls), value.root if root else {**value.__dict__, **(value.__pydantic_extra__ or {})}, st)
        if custom:
            if not isinstance(value, dict):
                fail('model_type', value, class_name=cls.__name__)
            return _checked(cls, value, **value)
        return filled(new(cls), value, st)

    def assign(instance, name, value, st):
        if schema.get('frozen'):
            fail_at('frozen_instance', name, value)
        if root:
            if name != 'root':
                fail_at('no_such_attribute', name, value, attribute=name)
            try:
                found = inner(value, st)
            except Failed as failed:
                raise Failed(failed.lines) from None
            instance.__dict__['root'] = found
            return instance
        values, more, given = inner.assign((instance.__dict__, instance.__pydantic_extra__), name, value, st)
        _set(instance, '__dict__', dict(values))
        _set(instance, '__pydantic_extra__', more)
        instance.__pydantic_fields_set__.update(given)
        return instance

    model.assign = assign
    return model


def _checked(function, input, *args, **kwargs):
    from ._validators import _checked
    if kwargs:
        return _checked(lambda: function(*args, **kwargs), input)
    return _checked(function, input, *args)


def _typed_dict(schema, config):
    config = schema.get('config', config)
    total = schema.get('total', True)
    fields = [_field(name, each, config) for name, each in schema['fields'].items()]
    required = {name for name, each in schema['fields'].items() if each.get('required', total)}
    behavior = schema.get('extra_behavior') or config.get('extra_fields_behavior') or 'ignore'
    extra, own = _extras(schema, config, behavior), _strict(schema, config)

    def typed(value, st):
        if not isinstance(value, dict) and ((own if st.strict is None else st.strict) or not isinstance(value, Mapping)):
            fail('dict_type', value)
        found, lines, given = {}, [], set()
        outer, st.data = st.data, found
        try:
            for field in fields:
                each, place = _found(field, value, st, config)
                try:
                    if each is not PydanticUndefined:
                        found[field.name] = field.run(each, st)
                        given.add(field.name)
                    elif field.default is not None:
                        found[field.name] = field.default(st)
                    elif field.name in required:
                        lines.append(Line('missing', value, None, place))
                except Failed as failed:
                    for line in failed.lines:
                        line.loc = (*place, *line.loc)
                    lines += failed.lines
                except PydanticOmit:
                    pass
        finally:
            st.data = outer
        more = extra(value, _used(fields, st, config), st, lines, None)
        if lines:
            raise Failed(lines)
        st.fields_set_count = (st.fields_set_count or 0) + len(given)
        return {**found, **(more or {})}

    return typed


def _dataclass_args(schema, config):
    fields = []
    for each in schema['fields']:
        field = _field(each['name'], each, config)
        field.keyword, field.init, field.init_only = each.get('kw_only', True), each.get('init', True), each.get('init_only', False)
        field.required = 'data' if _needs_data(each['schema']) else None
        fields.append(field)
    by_name = {field.name: field for field in fields}
    behavior = schema.get('extra_behavior') or config.get('extra_fields_behavior') or 'ignore'
    extra, own, title = _extras(schema, config, behavior), _strict(schema, config), schema['dataclass_name']
    own_attributes = config.get('from_attributes', False)
    collects = schema.get('collect_init_only')

    def dataclass_args(value, st):
        args, given = (), value
        if isinstance(value, ArgsKwargs):
            args, given = value.args, value.kwargs or {}
        elif not isinstance(value, dict):
            attributes = own_attributes if st.from_attributes is None else st.from_attributes
            if attributes and st.mode == 'python' and _attributes(value):
                given = _Source(value)
            elif not isinstance(value, Mapping):
                fail('dataclass_type', value, class_name=title)
        found, lines, order = {}, [], [f for f in fields if not f.keyword]
        seen = set()
        outer, st.data = st.data, found
        try:
            at = 0
            for field in fields:
                place = (field.name,)
                try:
                    each = PydanticUndefined
                    if not field.keyword and field.init:
                        if at < len(args):
                            each, place = args[at], (at,)
                        at += 1
                    named, where = _found(field, given, st, config)
                    if not field.init:
                        if named is not PydanticUndefined and behavior == 'forbid' and not isinstance(given, _Source):
                            seen.add(where[0])
                            lines.append(Line('unexpected_keyword_argument', named, None, (field.name,)))
                        if field.default is not None:
                            found[field.name] = field.default(st)
                        continue
                    if named is not PydanticUndefined:
                        seen.add(where[0])
                        if each is not PydanticUndefined:
                            lines.append(Line('multiple_argument_values', named, None, (field.name,)))
                            continue
                        each, place = named, where
                    if each is not PydanticUndefined:
                        found[field.name] = field.run(each, st)
                    elif field.default is not None:
                        place = (field.name,)
                        if lines and field.required == 'data':
                            fail('default_factory_not_called', PydanticUndefined)
                        found[field.name] = field.default(st)
                    else:
                        lines.append(Line('missing', value, None, where))
                except Failed as failed:
                    for line in failed.lines:
                        line.loc = (*place, *line.loc)
                    lines += failed.lines
        finally:
            st.data = outer
        for n in range(len(order), len(args)):
            lines.append(Line('unexpected_positional_argument', args[n], None, (n,)))
        more = {}
        if not isinstance(given, _Source):
            for key, each in given.items():
                if key in seen:
                    continue
                if any(key == f.name or f.paths and key == f.paths[0][0] for f in fields if not f.init):
                    continue
                if not isinstance(key, str):
                    lines.append(Line('invalid_key', key, None, (str(key),)))
                elif behavior == 'forbid':
                    lines.append(Line('unexpected_keyword_argument', each, None, (key,)))
                elif behavior == 'allow':
                    more[key] = each
        if lines:
            raise Failed(lines)
        st.fields_set_count = (st.fields_set_count or 0) + len(found)
        once = None
        if collects:
            once = tuple(found.pop(f.name) for f in fields if f.init_only)
        return {**found, **more}, once

    def assign(values, name, value, st):
        field = by_name.get(name)
        if field is None:
            if behavior != 'allow':
                fail_at('no_such_attribute', name, value, attribute=name)
            return {**values, name: value}
        if field.frozen:
            fail_at('frozen_field', name, value)
        outer, st.data = st.data, {key: each for key, each in values.items() if key != name}
        try:
            return {**values, name: field.run(value, st)}
        except Failed as failed:
            raise Failed(failed.under(name)) from None
        finally:
            st.data = outer

    dataclass_args.assign = assign
    return dataclass_args


def _dataclass(schema, config):
    from ._validators import compiled
    config = schema.get('config', config)
    cls, inner = schema['cls'], compiled(schema['schema'], config)
    own, title = _strict(schema, config), schema.get('cls_name') or schema['cls'].__name__
    post, names, slots = schema.get('post_init'), schema.get('fields', ()), schema.get('slots')
    revalidate = schema.get('revalidate_instances') or config.get('revalidate_instances', 'never')

    def filled(instance, value, st):
        st.self_instance = None
        found, once = inner(value, st)
        if slots:
            for name, each in found.items():
                _set(instance, name, each)
        else:
            _set(instance, '__dict__', found)
        if post:
            _checked(getattr(instance, '__post_init__'), value, *(once or ()))
        return instance

    def dataclass(value, st):
        if st.self_instance is not None:
            return filled(st.self_instance, value, st)
        if isinstance(value, cls) and not isinstance(value, type):
            if type(value) is not cls:
                st.floor(1)
            if revalidate == 'always' or revalidate == 'subclass-instances' and type(value) is not cls:
                return filled(object.__new__(cls), {n: getattr(value, n) for n in names if hasattr(value, n)}, st)
            return value
        if (own if st.strict is None else st.strict) and st.mode == 'python':
            fail('dataclass_exact_type', value, class_name=title)
        st.floor(0)
        return filled(object.__new__(cls), value, st)

    def assign(instance, name, value, st):
        if schema.get('frozen'):
            fail_at('frozen_instance', name, value)
        values = {n: getattr(instance, n) for n in names if hasattr(instance, n)} if slots else instance.__dict__
        found = inner.assign(values, name, value, st)
        if slots:
            _set(instance, name, found[name])
        else:
            _set(instance, '__dict__', found)
        return instance

    dataclass.assign = assign
    return dataclass


def _named_tuple(schema, config):
    fields = [_field(each['name'], each, config) for each in schema['fields']]
    cls, own = schema['cls'], _strict(schema, config)
    names = [field.name for field in fields]

    def named(value, st):
        if isinstance(value, cls):
            pairs, args = {}, list(value)
        elif isinstance(value, dict):
            pairs, args = value, []
        elif isinstance(value, (list, tuple)) or _goes_through(value):
            pairs, args = {}, list(value)
        else:
            fail('named_tuple_type', value, class_name=schema.get('cls_name') or cls.__name__)
        lines, found = [], {}
        if len(args) > len(fields):
            fail('too_long', value, field_type='NamedTuple', max_length=len(fields), actual_length=len(value) if isinstance(
                value, (list, tuple, set)) else None)
        for n, field in enumerate(fields):
            try:
                if n < len(args):
                    place = n
                    found[field.name] = field.run(args[n], st)
                else:
                    each, where = _found(field, pairs, st, config)
                    place = where[0]
                    if each is not PydanticUndefined:
                        found[field.name] = field.run(each, st)
                    elif field.default is not None:
                        found[field.name] = field.default(st)
                    else:
                        lines.append(Line('missing', value, None, (field.name if pairs or isinstance(value, dict) else n,)))
            except Failed as failed:
                lines += failed.under(place)
        for key, each in pairs.items():
            if key not in names:
                lines.append(Line('extra_forbidden', each, None, (key,)) if isinstance(key, str) else Line('invalid_key', key, None, (key,)))
        if lines:
            raise Failed(lines)
        return cls(**found)

    return named


def _arguments(schema, config):
    from ._validators import compiled
    parameters = []
    for each in schema['arguments']:
        field = _field(each['name'], {'schema': each['schema'], 'validation_alias': each.get('alias')}, config)
        mode = each.get('mode', 'positional_or_keyword')
        field.positional, field.keyword = mode.startswith('positional'), mode.endswith(('keyword', 'keyword_only')) and mode != 'positional_only'
        parameters.append(field)
    many = compiled(schema['var_args_schema'], config) if schema.get('var_args_schema') else None
    named_rest = compiled(schema['var_kwargs_schema'], config) if schema.get('var_kwargs_schema') else None
    unpacked = schema.get('var_kwargs_mode') == 'unpacked-typed-dict'
    positional = sum(field.positional for field in parameters)

    def arguments(value, st):
        if isinstance(value, ArgsKwargs):
            args, kwargs = value.args, value.kwargs or {}
        elif isinstance(value, dict):
            args, kwargs = (), value
        elif isinstance(value, (list, tuple)):
            args, kwargs = tuple(value), {}
        else:
            fail('arguments_type', value)
        lines, out, named, used = [], [], {}, set()
        for n, field in enumerate(parameters):
            each = found = PydanticUndefined
            place = field.name
            if field.positional and n < len(args):
                each, place = args[n], n
            if field.keyword:
                found, where = _found(field, kwargs, st, config)
                if found is not PydanticUndefined:
                    used.add(where[0])
            try:
                if each is not PydanticUndefined and found is not PydanticUndefined:
                    lines.append(Line('multiple_argument_values', found, None, (field.name,)))
                elif each is not PydanticUndefined:
                    out.append(field.run(each, st))
                elif found is not PydanticUndefined:
                    place = where[0]
                    named[field.name] = field.run(found, st)
                elif field.default is not None:
                    default = field.default(st)
                    if field.positional and not field.keyword:
                        out.append(default)
                    else:
                        named[field.name] = default
                elif field.positional and field.keyword:
                    lines.append(Line('missing_argument', value, None, (field.place[0],)))
                elif field.keyword:
                    lines.append(Line('missing_keyword_only_argument', value, None, (field.place[0],)))
                else:
                    lines.append(Line('missing_positional_only_argument', value, None, (n,)))
            except Failed as failed:
                lines += failed.under(place)
        for n in range(positional, len(args)):
            try:
                if many is None:
                    lines.append(Line('unexpected_positional_argument', args[n], None, (n,)))
                else:
                    out.append(many(args[n], st))
            except Failed as failed:
                lines += failed.under(n)
        rest = {key: each for key, each in kwargs.items() if key not in used}
        if unpacked:
            try:
                named.update(named_rest(rest, st))
            except Failed as failed:
                lines += failed.lines
        else:
            for key, each in rest.items():
                try:
                    if named_rest is None:
                        lines.append(Line('unexpected_keyword_argument', each, None, (key,)))
                    else:
                        named[key] = named_rest(each, st)
                except Failed as failed:
                    lines += failed.under(key)
        if lines:
            raise Failed(lines)
        return tuple(out), named

    return arguments


def _call(schema, config):
    from ._validators import compiled
    arguments, function = compiled(schema['arguments'], config), schema['function']
    returned = compiled(schema['return_schema'], config) if schema.get('return_schema') else None

    def call(value, st):
        args, kwargs = arguments(value, st)
        found = function(*args, **kwargs)
        if returned is None:
            return found
        try:
            return returned(found, st)
        except Failed as failed:
            raise Failed(failed.under('return')) from None

    return call


MAKERS = {
    'model-fields': _model_fields, 'model': _model, 'typed-dict': _typed_dict, 'dataclass-args': _dataclass_args,
    'dataclass': _dataclass, 'named-tuple': _named_tuple, 'arguments': _arguments, 'call': _call,
}
