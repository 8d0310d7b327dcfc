"""The order in which a description's parts are written, and the numbers that are written as floats."""
_WORDS = {
    'info': 'title summary description termsOfService contact:contact license:license version',
    'contact': 'name url:url email',
    'license': 'name identifier url:url',
    'external': 'description url:url',
    'tag': 'name description externalDocs:external',
    'operation': 'tags summary description externalDocs:external operationId parameters requestBody:body '
                 'responses:{response callbacks deprecated security servers',
    'path': '$ref summary description get:operation put:operation post:operation delete:operation options:operation '
            'head:operation patch:operation trace:operation servers parameters',
    'body': 'description content:{media required',
    'response': 'description headers content:{media links',
    'media': 'schema:schema example examples encoding',
    'schema': '$schema $vocabulary $id $anchor $dynamicAnchor $ref $dynamicRef $defs:{schema $comment allOf:[schema '
              'anyOf:[schema oneOf:[schema not:schema if:schema then:schema else:schema dependentSchemas:{schema '
              'prefixItems:[schema items:schema contains:schema properties:{schema patternProperties:{schema '
              'additionalProperties:schema propertyNames:schema unevaluatedItems:schema unevaluatedProperties:schema '
              'type enum const multipleOf:float maximum:float exclusiveMaximum:float minimum:float '
              'exclusiveMinimum:float maxLength minLength pattern maxItems minItems uniqueItems maxContains minContains '
              'maxProperties minProperties required dependentRequired format contentEncoding contentMediaType '
              'contentSchema:schema title description default deprecated readOnly writeOnly examples discriminator:discriminator xml '
              'externalDocs example',
    'discriminator': 'propertyName mapping',
    'components': 'schemas:{schema responses parameters examples requestBodies headers securitySchemes',
    'openapi': 'openapi info:info jsonSchemaDialect servers paths:paths webhooks:paths components:components security '
               'tags:[tag externalDocs:external',
}


def _part(value, kind):
    if not kind or value is None:
        return value
    if kind == 'float':
        return float(value)
    if kind == 'url':
        from pydantic import AnyUrl
        return str(AnyUrl(value))
    if kind == 'paths':
        # Those with parameters stay as they are.
        return {name: path if any('parameters' in operation for operation in path.values())
                else ordered(path, 'path') for name, path in value.items()}
    if kind[0] == '{':
        return {name: _part(each, kind[1:]) for name, each in value.items()}
    if kind[0] == '[':
        return [_part(each, kind[1:]) for each in value]
    return ordered(value, kind) if isinstance(value, dict) else value


def ordered(value, kind='openapi'):
    """A part of the description with its parts in their order; what is not known comes last."""
    found = {}
    for word in _WORDS[kind].split():
        name, _, inner = word.partition(':')
        if name in value:
            found[name] = _part(value[name], inner)
    return {**found, **{name: each for name, each in value.items() if name not in found}}


_NATURAL = ('$ref anyOf oneOf allOf const enum type uniqueItems items prefixItems additionalProperties format '
            'contentMediaType multipleOf maximum minimum exclusiveMaximum exclusiveMinimum minLength maxLength pattern '
            'minItems maxItems title description examples deprecated').split()


def natural(schema, titled=True):
    """A schema in the order in which its parts come about; a title that nobody has given comes last."""
    if isinstance(schema, list):
        return [natural(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    names = [name for name in _NATURAL if name in schema and (titled or name != 'title')]
    names += [name for name in schema if name not in _NATURAL and name != 'default']
    names += [name for name in ('default', 'title') if name in schema and name not in names]
    return {name: natural(schema[name]) if name in ('anyOf', 'oneOf', 'allOf', 'items', 'prefixItems',
                                                    'additionalProperties') else schema[name] for name in names}
