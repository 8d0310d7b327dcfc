"""The client for tasks."""
from redis.asyncio.client import Redis, StrictRedis
from redis.asyncio.connection import BlockingConnectionPool, Connection, ConnectionPool, SSLConnection, UnixDomainSocketConnection
from redis.backoff import default_backoff
from redis.exceptions import (
    AuthenticationError, AuthenticationWrongNumberOfArgsError, BusyLoadingError, ChildDeadlockedError, ConnectionError, DataError, InvalidResponse,
    OutOfMemoryError, PubSubError, ReadOnlyError, RedisError, ResponseError, TimeoutError, WatchError)

__all__ = [
    'AuthenticationError', 'AuthenticationWrongNumberOfArgsError', 'BlockingConnectionPool', 'BusyLoadingError', 'ChildDeadlockedError', 'Connection',
    'ConnectionError', 'ConnectionPool', 'DataError', 'from_url', 'default_backoff', 'InvalidResponse', 'PubSubError', 'OutOfMemoryError',
    'ReadOnlyError', 'Redis', 'RedisError', 'ResponseError', 'SSLConnection', 'StrictRedis', 'TimeoutError', 'UnixDomainSocketConnection',
    'WatchError']


def from_url(url, **kwargs):
    return Redis.from_url(url, **kwargs)


def __getattr__(name):
    if name == 'RedisCluster' or name.startswith('Sentinel'):
        from _frames import not_supported
        not_supported(f'{__name__}.{name}', 'Redis, with one server')
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
