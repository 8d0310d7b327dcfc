"""What asyncpg tells of types and servers."""
from collections import namedtuple

Type = namedtuple('Type', 'oid name kind schema')
Attribute = namedtuple('Attribute', 'name type')
ServerVersion = namedtuple('ServerVersion', 'major minor micro releaselevel serial')


def type_of(kind):
    """The Type of one of the server's."""
    from _postgres_types import TYPES, oid
    if kind.endswith('[]'):
        return Type(oid(kind), kind, 'array', 'pg_catalog' if kind[:-2] in TYPES else 'public')
    return Type(oid(kind), kind, 'scalar' if kind != 'record' else 'composite', 'pg_catalog' if kind in TYPES else 'public')
