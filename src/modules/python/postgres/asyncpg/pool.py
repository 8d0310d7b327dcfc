"""Pools of connections."""
import asyncio
import functools
import logging
from asyncpg.connection import Connection, connect as _connect
from asyncpg.exceptions import InterfaceError
from asyncpg.protocol import Record

_logger = logging.getLogger('asyncpg.pool')
_METHODS = '''execute executemany fetch fetchrow fetchval fetchmany prepare cursor transaction is_in_transaction copy_records_to_table
copy_from_table copy_from_query copy_to_table add_listener remove_listener add_log_listener remove_log_listener add_termination_listener
remove_termination_listener add_query_logger get_server_pid get_server_version get_settings set_type_codec reset_type_codec
set_builtin_type_codec reload_schema_state get_reset_query reset is_closed close terminate'''


class PoolConnectionProxy:
    """A connection of a pool, for as long as somebody has it."""
    _is_proxy = True

    def __init__(self, holder, connection):
        self._holder, self._con = holder, connection
        connection._proxy = self

    def __getattr__(self, name):
        return getattr(self._con, name)

    def _detach(self):
        connection, self._con = self._con, None
        if connection is not None:
            connection._proxy = None

    def __repr__(self):
        if self._con is None:
            return f'<PoolConnectionProxy [released] {id(self):#x}>'
        return f'<PoolConnectionProxy {self._con!r} {id(self):#x}>'


def _proxied(name):
    method = getattr(Connection, name)

    @functools.wraps(method)
    def call(self, *args, **named):
        if self._con is None:
            raise InterfaceError(f'cannot call Connection.{name}(): connection has been released back to the pool')
        return getattr(self._con, name)(*args, **named)
    return call


for _name in _METHODS.split():
    setattr(PoolConnectionProxy, _name, _proxied(_name))


class _Holder:
    """A place of a pool: its connection, and who has it."""

    def __init__(self, pool):
        self._pool, self._connection, self._proxy, self._uses, self._generation = pool, None, None, 0, None
        self._free, self._timer = asyncio.Event(), None
        self._free.set()

    def connected(self):
        return self._connection is not None and not self._connection.is_closed()

    async def connect(self):
        self._connection = await self._pool._new()
        self._generation, self._uses = self._pool._generation, 0

    async def acquire(self):
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if self._connection is None or self._connection.is_closed():
            self._connection = None
            await self.connect()
        elif self._generation != self._pool._generation:
            self._pool._loop.create_task(self._connection.close())
            self._connection = None
            await self.connect()
        self._proxy = proxy = PoolConnectionProxy(self, self._connection)
        if self._pool._setup is not None:
            try:
                await self._pool._setup(proxy)
            except BaseException:
                try:
                    await self.release(None)
                finally:
                    raise
        self._free.clear()
        self._uses += 1
        return proxy

    async def release(self, timeout):
        connection = self._connection
        try:
            if connection is None or connection.is_closed():
                return
            if self._generation != self._pool._generation or self._uses >= self._pool._max_queries > 0:
                await connection.close(timeout=timeout)
                return
            if connection._busy:
                connection.terminate()
                return
            try:
                if self._pool._reset is not None:
                    await connection.reset()
                    await self._pool._reset(connection)
                else:
                    await connection.reset(timeout=timeout)
            except BaseException:
                connection.terminate()
                raise
        finally:
            self._let_go()

    def _let_go(self):
        """The connection is free, or closed."""
        if self._proxy is None:
            return
        self._proxy._detach()
        self._proxy = None
        if self._connection is not None and self._connection.is_closed():
            self._connection = None
        self._free.set()
        self._pool._queue.put_nowait(self)
        life = self._pool._lifetime
        if self._connection is not None and life and not self._pool._closing:
            self._timer = self._pool._loop.call_later(life, self._expire)

    def _expire(self):
        self._timer = None
        if self._proxy is None and self._connection is not None and self._pool.get_size() > self._pool._min:
            self._connection.terminate()
            self._connection = None

    async def close(self):
        if self._timer is not None:
            self._timer.cancel()
        if self._connection is not None:
            await self._connection.close()
            self._connection = None

    def terminate(self):
        if self._timer is not None:
            self._timer.cancel()
        if self._connection is not None:
            self._connection.terminate()


class PoolAcquireContext:
    def __init__(self, pool, timeout):
        self._pool, self._timeout, self._connection, self._done = pool, timeout, None, False

    async def __aenter__(self):
        if self._connection is not None or self._done:
            raise InterfaceError('a connection is already acquired')
        self._connection = await self._pool._acquire(self._timeout)
        return self._connection

    async def __aexit__(self, *error):
        self._done = True
        connection, self._connection = self._connection, None
        await self._pool.release(connection)

    def __await__(self):
        self._done = True
        return self._pool._acquire(self._timeout).__await__()


class Pool:
    def __init__(self, dsn, given, *, init_size, min_size, max_size, max_queries, lifetime, connect, setup, init, reset, loop, connection_class,
                 record_class):
        if max_size <= 0:
            raise ValueError('max_size is expected to be greater than zero')
        if min_size < 0:
            raise ValueError('min_size is expected to be greater or equal to zero')
        if min_size > max_size:
            raise ValueError('min_size is greater than max_size')
        if init_size is not None:
            if init_size < 0:
                raise ValueError('init_size is expected to be greater or equal to zero')
            if not min_size <= init_size <= max_size:
                raise ValueError('init_size is smaller than min_size' if init_size < min_size else 'init_size is greater than max_size')
        if max_queries <= 0:
            raise ValueError('max_queries is expected to be greater than zero')
        if lifetime < 0:
            raise ValueError('max_inactive_connection_lifetime is expected to be greater or equal to zero')
        for name in given:
            if name not in _connect.__kwdefaults__:
                raise TypeError(f"connect() got an unexpected keyword argument '{name}'")
        self._dsn, self._given = dsn, {**given, 'connection_class': connection_class, 'record_class': record_class}
        self._first = min_size if init_size is None else init_size
        self._min, self._max, self._max_queries, self._lifetime = min_size, max_size, max_queries, lifetime
        self._connect, self._setup, self._init, self._reset, self._loop = connect, setup, init, reset, loop
        self._holders, self._queue, self._generation = [], None, 0
        self._initialized = self._initializing = self._closing = self._closed = False

    # --- beginning ---

    async def _start(self):
        if self._initialized:
            return self
        if self._initializing:
            raise InterfaceError('pool is being initialized in another task')
        if self._closed:
            raise InterfaceError('pool is closed')
        self._initializing = True
        self._loop = asyncio.get_running_loop()
        try:
            self._queue = asyncio.LifoQueue(maxsize=self._max)
            for _ in range(self._max):
                holder = _Holder(self)
                self._holders.append(holder)
                self._queue.put_nowait(holder)
            if self._first:
                # The first to be taken is the one put last.
                *others, first = self._holders
                await first.connect()
                if self._first > 1:
                    await asyncio.gather(*[holder.connect() for holder in others[:-self._first:-1]])
            self._initialized = True
            return self
        finally:
            self._initializing = False

    async def _new(self):
        if self._connect is not None:
            given = {name: value for name, value in self._given.items() if name not in ('connection_class', 'record_class')}
            connection = await self._connect(*([self._dsn] if self._dsn is not None else []), loop=self._loop, **given)
        else:
            connection = await _connect(self._dsn, **self._given)
        if self._init is not None:
            try:
                await self._init(connection)
            except BaseException:
                await connection.close()
                raise
        return connection

    def _check(self):
        if not self._initialized:
            if self._initializing:
                raise InterfaceError('pool is being initialized, but not yet ready: likely there is a race between creating a pool and '
                                     'using it')
            raise InterfaceError('pool is closed' if self._closed else 'pool is not initialized')
        if self._closed:
            raise InterfaceError('pool is closed')

    # --- connections ---

    def acquire(self, *, timeout=None):
        return PoolAcquireContext(self, timeout)

    async def _acquire(self, timeout):
        async def take():
            holder = await self._queue.get()
            try:
                return await holder.acquire()
            except BaseException:
                self._queue.put_nowait(holder)
                raise
        if self._closing and not self._closed:
            raise InterfaceError('pool is closing')
        self._check()
        if timeout is None:
            return await take()
        return await asyncio.wait_for(take(), timeout=timeout)

    async def release(self, connection, *, timeout=None):
        if not isinstance(connection, PoolConnectionProxy) or connection._holder._pool is not self:
            raise InterfaceError(f'Pool.release() received invalid connection: {connection!r} is not a member of this pool')
        if connection._con is None:
            return
        self._check()
        await asyncio.shield(connection._holder.release(timeout))

    async def close(self):
        if self._closed:
            return
        self._check()
        self._closing = True
        warning = self._loop.call_later(60, _logger.warning, 'Pool.close() is taking over 60 seconds to complete. '
                                        'Check if you have any unreleased connections left. Use asyncio.wait_for() to set a timeout for '
                                        'Pool.close().')
        try:
            await asyncio.gather(*[holder._free.wait() for holder in self._holders])
            await asyncio.gather(*[holder.close() for holder in self._holders])
        except BaseException:
            self.terminate()
            raise
        finally:
            warning.cancel()
            self._closed, self._closing = True, False

    def terminate(self):
        if self._closed:
            return
        self._check()
        for holder in self._holders:
            holder.terminate()
        self._closed = True

    async def expire_connections(self):
        self._generation += 1

    def set_connect_args(self, dsn=None, **connect_kwargs):
        self._dsn, self._given = dsn, {**connect_kwargs, 'connection_class': self._given['connection_class'],
                                       'record_class': self._given['record_class']}

    def get_size(self):
        return sum(holder.connected() for holder in self._holders)

    def get_idle_size(self):
        return sum(holder.connected() and holder._proxy is None for holder in self._holders)

    def get_init_size(self):
        return self._first

    def get_min_size(self):
        return self._min

    def get_max_size(self):
        return self._max

    def is_closing(self):
        return self._closed or self._closing

    # --- queries ---

    async def execute(self, query, *args, timeout=None):
        async with self.acquire() as connection:
            return await connection.execute(query, *args, timeout=timeout)

    async def executemany(self, command, args, *, timeout=None):
        async with self.acquire() as connection:
            return await connection.executemany(command, args, timeout=timeout)

    async def fetch(self, query, *args, timeout=None, record_class=None):
        async with self.acquire() as connection:
            return await connection.fetch(query, *args, timeout=timeout, record_class=record_class)

    async def fetchval(self, query, *args, column=0, timeout=None):
        async with self.acquire() as connection:
            return await connection.fetchval(query, *args, column=column, timeout=timeout)

    async def fetchrow(self, query, *args, timeout=None, record_class=None):
        async with self.acquire() as connection:
            return await connection.fetchrow(query, *args, timeout=timeout, record_class=record_class)

    async def fetchmany(self, query, args, *, timeout=None, record_class=None):
        async with self.acquire() as connection:
            return await connection.fetchmany(query, args, timeout=timeout, record_class=record_class)

    async def copy_records_to_table(self, table_name, **named):
        async with self.acquire() as connection:
            return await connection.copy_records_to_table(table_name, **named)

    async def copy_from_table(self, table_name, **named):
        async with self.acquire() as connection:
            return await connection.copy_from_table(table_name, **named)

    async def copy_from_query(self, query, *args, **named):
        async with self.acquire() as connection:
            return await connection.copy_from_query(query, *args, **named)

    async def copy_to_table(self, table_name, **named):
        async with self.acquire() as connection:
            return await connection.copy_to_table(table_name, **named)

    def __await__(self):
        return self._start().__await__()

    async def __aenter__(self):
        await self._start()
        return self

    async def __aexit__(self, *error):
        await self.close()


def create_pool(dsn=None, *, init_size=None, min_size=10, max_size=10, max_queries=50000, max_inactive_connection_lifetime=300.0,
                connect=None, setup=None, init=None, reset=None, loop=None, connection_class=Connection, record_class=Record, **connect_kwargs):
    """A pool, to be awaited or entered."""
    return Pool(dsn, connect_kwargs, init_size=init_size, min_size=min_size, max_size=max_size, max_queries=max_queries,
                lifetime=max_inactive_connection_lifetime, connect=connect, setup=setup, init=init, reset=reset, loop=loop,
                connection_class=connection_class, record_class=record_class)
