"""The function that gives out values by a schema."""
from ._inferred import infer

# What makes the function for a kind of schema, and for a serialization of its own.
MAKERS, OWN = {}, {}


def compiled(schema, config):
    """The function that dumps by a schema."""
    kind = schema['type']
    if kind == 'model' or kind == 'dataclass':
        config = schema.get('config', config)
    own = schema.get('serialization')
    if own is not None:
        made = OWN.get(own['type'])
        if made is not None:
            return made(own, schema, config)
        return compiled({k: v for k, v in own.items()}, config)
    made = MAKERS.get(kind)
    return made(schema, config) if made else infer
