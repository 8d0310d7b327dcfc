"""Unions told apart by a field."""
from pydantic_core import core_schema as cs


def tagged(made, discriminator):
    """The union of a schema, chosen by a field's value."""
    kind = made['type']
    if kind == 'nullable':
        return dict(made, schema=tagged(made['schema'], discriminator))
    if kind == 'default' or kind.startswith('function-') and 'schema' in made:
        return dict(made, schema=tagged(made['schema'], discriminator))
    if kind == 'definition-ref':
        return made
    if kind not in ('union', 'tagged-union'):
        if kind in ('model', 'dataclass', 'typed-dict'):
            made = {'type': 'union', 'choices': [made]}
        else:
            raise TypeError(f'`discriminator` can only be used with `Union` type with more than one variant')
    choices = {}
    aliases = set()

    def add(choice):
        if isinstance(choice, tuple):
            choice = choice[0]
        if choice['type'] == 'union':
            for each in choice['choices']:
                add(each)
            return
        if choice['type'] == 'tagged-union' and choice['discriminator'] == discriminator:
            for each in choice['choices'].values():
                add(each)
            return
        for value in _values(choice, discriminator, aliases):
            if value in choices and choices[value] is not choice:
                raise TypeError(f'Value {value!r} for discriminator {discriminator!r} mapped to multiple choices')
            choices[value] = choice

    for each in (made['choices'].values() if isinstance(made['choices'], dict) else made['choices']):
        add(each)
    name = discriminator
    aliases.discard(None)
    if aliases and aliases != {discriminator}:
        alias = next(iter(aliases))
        name = alias
    more = {key: made[key] for key in ('custom_error_type', 'custom_error_message', 'custom_error_context', 'strict', 'ref', 'metadata', 'serialization') if key in made}
    return cs.tagged_union_schema(choices, name, from_attributes=True, **more) | {}


def _values(schema, name, aliases):
    kind = schema['type']
    if kind in ('model', 'dataclass', 'default', 'nullable') or kind.startswith('function-') and 'schema' in schema:
        owner = schema.get('cls')
        return _values(schema['schema'], name, aliases) if owner is None else _owned(schema, name, aliases)
    if kind == 'definition-ref':
        return _values(schema['cell'][0], name, aliases)
    if kind == 'tagged-union':
        return [value for choice in schema['choices'].values() for value in _values(choice, name, aliases)]
    if kind in ('model-fields', 'typed-dict'):
        field = schema['fields'].get(name)
    elif kind == 'dataclass-args':
        field = next((each for each in schema['fields'] if each['name'] == name), None)
    else:
        raise TypeError(f'The core schema type {kind!r} is not a valid discriminated union variant.')
    if field is None:
        from .errors import PydanticUserError
        raise PydanticUserError(f"{{owner}} needs a discriminator field for key {name!r}", code='discriminator-no-field')
    alias = field.get('validation_alias')
    aliases.add(alias if isinstance(alias, str) else None)
    return _expected(field['schema'], name)


def _owned(schema, name, aliases):
    from .errors import PydanticUserError
    try:
        return _values(schema['schema'], name, aliases)
    except PydanticUserError as error:
        error.message = error.message.replace('{owner}', f"Model {schema['cls'].__name__!r}" if schema['type'] == 'model' else f"Dataclass {schema['cls'].__name__!r}")
        raise


def _expected(schema, name):
    from .errors import PydanticUserError
    kind = schema['type']
    if kind in ('default', 'nullable') or kind.startswith('function-') and 'schema' in schema:
        return _expected(schema['schema'], name)
    if kind == 'literal':
        return list(schema['expected'])
    if kind == 'enum':
        return list(schema['members'])
    if kind == 'union':
        return [value for each in schema['choices'] for value in _expected(each[0] if isinstance(each, tuple) else each, name)]
    raise PydanticUserError(f"{{owner}} needs field {name!r} to be of type `Literal`", code='discriminator-needs-literal')
