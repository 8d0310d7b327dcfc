"""Arguments of calls, and named tuples."""
from ._errors import Failed, Line, fail
from ._containers import _goes_through
from ._undefined import ArgsKwargs, PydanticUndefined
from ._fields import _field, _found, _strict


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
