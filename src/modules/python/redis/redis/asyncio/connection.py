"""Connections with the simulated server that wait in a task, and pools of them."""
import asyncio
import inspect

from _frames import awaiting_request
from redis import connection as _threads
from redis._addresses import parse_url as _parsed
from redis._replies import text
from redis.asyncio.retry import Retry
from redis.connection import TRIP, PoolBase, is_simulated
from redis.credentials import UsernamePasswordCredentialProvider
from redis.exceptions import AuthenticationError, ConnectionError, RedisError, TimeoutError


class AbstractConnection(_threads.AbstractConnection):
    retry_class = Retry

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._waiter = self._loop = None

    @property
    def is_connected(self):
        return self._session is not None

    def _deliver(self, reply):
        self._inbox.append(reply)
        if self._waiter is None:
            return
        if asyncio._get_running_loop() is self._loop:
            self._wake()
        else:
            self._loop.call_soon_threadsafe(self._wake)

    def _wake(self):
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)

    async def connect(self):
        await self.connect_check_health()

    async def connect_check_health(self, check_health=True, retry_socket_connect=True):
        if self.is_connected:
            return
        try:
            if retry_socket_connect:
                await self.retry.call_with_retry(self._connect, self._failed)
            else:
                await self._connect()
        except asyncio.TimeoutError:
            raise TimeoutError('Timeout connecting to server')
        except OSError as error:
            raise ConnectionError(self._error_message(error))
        try:
            self._begun()
            await self._introduce()
        except RedisError:
            await self.disconnect()
            raise
        self._connect_callbacks = [callback for callback in self._connect_callbacks if callback()]
        for callback in self._connect_callbacks:
            task = callback()(self)
            if task and inspect.isawaitable(task):
                await task

    async def _introduce(self):
        if self.redis_connect_func is None:
            await self.on_connect()
        elif inspect.iscoroutinefunction(self.redis_connect_func):
            await self.redis_connect_func(self)
        else:
            self.redis_connect_func(self)

    async def _failed(self, error):
        await self.disconnect()

    async def _connect(self):
        if not is_simulated(self.host, self.port):
            async with asyncio.timeout(self.socket_connect_timeout):
                transport, _ = await asyncio.get_running_loop().create_connection(asyncio.Protocol, self.host, self.port)
            transport.close()
            from _frames import not_supported
            not_supported('redis with such a server', 'localhost, port 6379')
        await awaiting_request(TRIP * 2, f'CONNECT {self.host}:{self.port}')

    async def on_connect(self):
        if self.credential_provider or self.username or self.password:
            provider = self.credential_provider or UsernamePasswordCredentialProvider(self.username, self.password)
            await self.send_command('AUTH', *await provider.get_credentials_async())
            if text(await self.read_response()) != 'OK':
                raise AuthenticationError('Invalid Username or Password')

    async def disconnect(self, nowait=False):
        self._ended()

    async def send_packed_command(self, command, check_health=True):
        if not self.is_connected:
            await self.connect_check_health(check_health=False)
        await awaiting_request(TRIP, _threads.shown(command))
        self._sent(command)

    async def send_command(self, *args, **kwargs):
        await self.send_packed_command(self.pack_command(*args))

    async def can_read_destructive(self):
        return bool(self._inbox)

    async def read_response(self, disable_decoding=False, timeout=None, *, disconnect_on_error=True, push_request=False):
        try:
            if not await self._reply(self.socket_timeout if timeout is None else timeout):
                if timeout is not None:
                    return None
                raise TimeoutError(f'Timeout reading from {self._host_error()}')
        except BaseException:
            if disconnect_on_error:
                await self.disconnect(nowait=True)
            raise
        return self._unpacked(self._inbox.popleft(), disable_decoding)

    async def _reply(self, timeout):
        """Whether a reply came within so many seconds."""
        loop = self._loop = asyncio.get_running_loop()
        end = None if timeout is None else loop.time() + timeout
        while not self._inbox:
            limit, by_server = self._limit(None if end is None else max(end - loop.time(), 0))
            self._waiter = loop.create_future()
            timer = None if limit is None else loop.call_later(limit, self._wake)
            try:
                await self._waiter
            finally:
                self._waiter = None
                if timer is not None:
                    timer.cancel()
            if self._inbox:
                break
            if self._session is None:
                raise ConnectionError('Connection closed by server.')
            if by_server:
                self._given_up()
            elif end is not None and loop.time() >= end:
                return False
        return True


class Connection(_threads._Host, AbstractConnection):
    pass


class SSLConnection(Connection):
    def __init__(self, **kwargs):
        super().__init__(**{name: value for name, value in kwargs.items() if not name.startswith('ssl_')})

    async def _connect(self):
        transport, _ = await asyncio.get_running_loop().create_connection(asyncio.Protocol, self.host, self.port)
        transport.close()
        from _frames import not_supported
        not_supported('redis by TLS', 'redis://localhost')


class UnixDomainSocketConnection(AbstractConnection):
    def __init__(self, *, path='', **kwargs):
        self.path = path
        super().__init__(**kwargs)

    def repr_pieces(self):
        return [('path', self.path), ('db', self.db)] + ([('client_name', self.client_name)] if self.client_name else [])

    def _host_error(self):
        return self.path

    async def _connect(self):
        transport, _ = await asyncio.get_running_loop().create_unix_connection(asyncio.Protocol, self.path)
        transport.close()
        from _frames import not_supported
        not_supported('redis with such a server', 'localhost, port 6379')


def parse_url(url):
    return _parsed(url, (SSLConnection, UnixDomainSocketConnection))


class ConnectionPool(PoolBase):
    parse_url = staticmethod(parse_url)

    def __init__(self, connection_class=Connection, max_connections=None, **connection_kwargs):
        self._keep(connection_class, max_connections, connection_kwargs)
        self._lock = asyncio.Lock()

    def can_get_connection(self):
        return self._available_connections or len(self._in_use_connections) < self.max_connections

    async def get_connection(self, command_name=None, *keys, **options):
        async with self._lock:
            return await self._ready(self.get_available_connection())

    async def _ready(self, connection):
        """The connection, once it is connected; it goes back if that fails."""
        done = False
        try:
            await self.ensure_connection(connection)
            done = True
        finally:
            if not done:
                await self.release(connection)
        return connection

    def get_available_connection(self):
        if self._available_connections:
            connection = self._available_connections.pop()
        elif len(self._in_use_connections) >= self.max_connections:
            raise ConnectionError('Too many connections')
        else:
            connection = self.make_connection()
        self._in_use_connections.add(connection)
        return connection

    async def ensure_connection(self, connection):
        await connection.connect()
        if await connection.can_read_destructive():
            await connection.disconnect()
            await connection.connect()

    async def release(self, connection):
        self._in_use_connections.remove(connection)
        self._available_connections.append(connection)

    async def disconnect(self, inuse_connections=True):
        found = await asyncio.gather(*(connection.disconnect() for connection in self._connections(inuse_connections)), return_exceptions=True)
        for one in found:
            if isinstance(one, BaseException):
                raise one

    async def aclose(self):
        await self.disconnect()


class BlockingConnectionPool(ConnectionPool):
    """Waits for a connection that another task has, up to `timeout` seconds."""

    def __init__(self, max_connections=50, timeout=20, connection_class=Connection, queue_class=asyncio.LifoQueue, **connection_kwargs):
        super().__init__(connection_class=connection_class, max_connections=max_connections, **connection_kwargs)
        self._condition, self.timeout = asyncio.Condition(), timeout

    async def get_connection(self, command_name=None, *keys, **options):
        try:
            async with self._condition:
                async with asyncio.timeout(self.timeout):
                    await self._condition.wait_for(self.can_get_connection)
                    connection = super().get_available_connection()
        except asyncio.TimeoutError as error:
            raise ConnectionError('No connection available.') from error
        return await self._ready(connection)

    async def release(self, connection):
        async with self._condition:
            await super().release(connection)
            self._condition.notify()
