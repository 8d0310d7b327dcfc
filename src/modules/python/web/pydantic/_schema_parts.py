"""What schemas of any kind have: references, metadata, defaults."""
from pydantic_core import PydanticUndefined, core_schema as cs


def _metadata(schema):
    found = schema['metadata'] = dict(schema.get('metadata') or {})
    return found


def add_js(schema, name, function):
    if function is not None:
        metadata = _metadata(schema)
        metadata[name] = [*metadata.get(name, ()), function]


def js_modifier(kind):
    function = getattr(kind, '__get_pydantic_json_schema__', None)
    return function


def _ref(cls):
    return f'{cls.__module__}.{cls.__qualname__}:{id(cls)}'


def _each_item(made, bound):
    make = cs.with_info_before_validator_function if bound.info.mode == 'before' else cs.with_info_after_validator_function
    if made['type'] == 'nullable':
        made['schema'] = _each_item(dict(made['schema']), bound)
    elif made['type'] == 'dict':
        made['values_schema'] = make(bound.func, made.get('values_schema') or cs.any_schema())
    elif made['type'] == 'tuple':
        made['items_schema'] = [make(bound.func, each) for each in made['items_schema']]
    elif 'items_schema' in made:
        made['items_schema'] = make(bound.func, made['items_schema'])
    else:
        raise TypeError(f"`@validator(..., each_item=True)` cannot be applied to fields with a schema of {made['type']}")
    return made


def with_default(field, made):
    if field.default_factory is not None:
        return cs.with_default_schema(made, default_factory=field.default_factory, default_factory_takes_data=field.default_factory_takes_validated_data,
                                      validate_default=field.validate_default)
    if field.default is not PydanticUndefined:
        return cs.with_default_schema(made, default=field.default, validate_default=field.validate_default)
    return made
