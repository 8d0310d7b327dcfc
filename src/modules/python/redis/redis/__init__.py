"""A client for Redis, and a server of its own: the simulated machine has one at localhost, port 6379."""
from redis import asyncio
from redis.backoff import default_backoff
from redis.client import Redis, StrictRedis
from redis.connection import VERSION as __version__
from redis.connection import BlockingConnectionPool, Connection, ConnectionPool, SSLConnection, UnixDomainSocketConnection
from redis.credentials import CredentialProvider, UsernamePasswordCredentialProvider
from redis.exceptions import (
    AuthenticationError, AuthenticationWrongNumberOfArgsError, BusyLoadingError, ChildDeadlockedError, ConnectionError, DataError, InvalidResponse,
    MaxConnectionsError, OutOfMemoryError, PubSubError, ReadOnlyError, RedisClusterException, RedisError, ResponseError, TimeoutError, WatchError)
from redis.utils import from_url

VERSION = tuple(map(int, __version__.split('.')))
__all__ = [
    'AuthenticationError', 'AuthenticationWrongNumberOfArgsError', 'BlockingConnectionPool', 'BusyLoadingError', 'ChildDeadlockedError', 'Connection',
    'ConnectionError', 'ConnectionPool', 'CredentialProvider', 'DataError', 'from_url', 'default_backoff', 'InvalidResponse', 'MaxConnectionsError',
    'OutOfMemoryError', 'PubSubError', 'ReadOnlyError', 'Redis', 'RedisClusterException', 'RedisError', 'ResponseError', 'SSLConnection',
    'UsernamePasswordCredentialProvider', 'StrictRedis', 'TimeoutError', 'UnixDomainSocketConnection', 'WatchError']


def __getattr__(name):
    if name == 'RedisCluster' or name.startswith('Sentinel'):
        from _frames import not_supported
        not_supported(f'{__name__}.{name}', 'Redis, with one server')
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
