"""A client of PostgreSQL; the server is simulated, and its databases live as long as the run."""
from asyncpg.connection import Connection, connect
from asyncpg.exceptions import *
import asyncpg.exceptions as exceptions
from asyncpg.pool import Pool, create_pool
from asyncpg.protocol import Record
from asyncpg.transaction import Transaction
from asyncpg.types import Attribute, ServerVersion, Type

__version__ = '0.32.0'
_MISSING = frozenset('BitString Box Circle Line LineSegment Path Point Polygon Range'.split())


def __getattr__(name):
    if name in _MISSING:
        from _frames import not_supported
        not_supported(f'asyncpg.{name}', 'numbers and texts')
    raise AttributeError(f"module 'asyncpg' has no attribute {name!r}")


__all__ = ('connect', 'create_pool', 'Pool', 'Record', 'Connection', *exceptions.__all__)
