"""Validators of what has fields: models, typed dictionaries, dataclasses, named tuples, and arguments of calls."""
from collections.abc import Mapping

from ._errors import Failed, Line, PydanticOmit, fail
from ._undefined import PydanticUndefined
from ._fields import (_Source, _attributes, _checked, _extras, _field, _found, _needs_data, _set, _strict, _used,
                      _values, fail_at)
from ._dataclasses import _dataclass, _dataclass_args
from ._arguments import _arguments, _call, _named_tuple


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


MAKERS = {
    'model-fields': _model_fields, 'model': _model, 'typed-dict': _typed_dict, 'dataclass-args': _dataclass_args,
    'dataclass': _dataclass, 'named-tuple': _named_tuple, 'arguments': _arguments, 'call': _call,
}
