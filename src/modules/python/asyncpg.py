"""A client of PostgreSQL; the server is simulated, and its databases live as long as the run."""
from asyncpg.connection import Connection, connect
from asyncpg.exceptions import *
import asyncpg.exceptions as exceptions
from asyncpg.pool import Pool, create_pool
from asyncpg.protocol import Record
from asyncpg.transaction import Transaction
from asyncpg.types import Attribute, ServerVersion, Type

__version__ = '0.30.0'
__all__ = ('connect', 'create_pool', 'Pool', 'Record', 'Connection', *exceptions.__all__)
