"""aioredis 2, which became redis.asyncio: the same client, whose `close` is not deprecated. (The package itself fails on Python 3.11 and later.)"""
from redis import asyncio as _tasks
from redis.asyncio import BlockingConnectionPool, Connection, ConnectionPool, SSLConnection, UnixDomainSocketConnection
from redis.exceptions import (
    AuthenticationError, AuthenticationWrongNumberOfArgsError, BusyLoadingError, ChildDeadlockedError, ConnectionError, DataError, InvalidResponse,
    PubSubError, ReadOnlyError, RedisError, ResponseError, TimeoutError, WatchError)

__version__ = '2.0.1'
__all__ = [
    'AuthenticationError', 'AuthenticationWrongNumberOfArgsError', 'BlockingConnectionPool', 'BusyLoadingError', 'ChildDeadlockedError', 'Connection',
    'ConnectionError', 'ConnectionPool', 'DataError', 'from_url', 'InvalidResponse', 'PubSubError', 'ReadOnlyError', 'Redis', 'RedisError',
    'ResponseError', 'SSLConnection', 'StrictRedis', 'TimeoutError', 'UnixDomainSocketConnection', 'WatchError']


class Redis(_tasks.Redis):
    async def close(self, close_connection_pool=None):
        await self.aclose(close_connection_pool)


Redis.__module__ = 'aioredis.client'
StrictRedis = Redis


def from_url(url, **kwargs):
    return Redis.from_url(url, **kwargs)
