"""Dataclasses, and what they are made of."""
from collections.abc import Mapping

from ._errors import Failed, Line, fail
from ._undefined import ArgsKwargs, PydanticUndefined
from ._fields import _Source, _attributes, _checked, _extras, _field, _found, _needs_data, _set, _strict, fail_at


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
