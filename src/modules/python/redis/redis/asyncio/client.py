"""The client whose methods are awaited."""
import asyncio
import inspect
import warnings

from redis._clients import EMPTY_RESPONSE, NEVER_DECODE, ClientBase, PipelineBase, PubSubBase
from redis.asyncio.connection import ConnectionPool, SSLConnection, UnixDomainSocketConnection
from redis.asyncio.lock import Lock
from redis.asyncio.retry import Retry
from redis.backoff import ExponentialWithJitterBackoff
from redis.commands import AsyncCoreCommands
from redis.connection import VERSION
from redis.exceptions import ConnectionError, ExecAbortError, RedisError, ResponseError, WatchError

_ORDER = ('db username password credential_provider socket_timeout encoding encoding_errors decode_responses retry_on_error retry max_connections '
          'health_check_interval client_name lib_name lib_version redis_connect_func protocol')


_CLOSE = 'Call to deprecated {}. (Use aclose() instead) -- Deprecated since version 5.0.1.'


async def _awaited(value):
    return await value if inspect.isawaitable(value) else value


class Redis(ClientBase, AsyncCoreCommands):
    _pool_class, _lock_class = ConnectionPool, Lock

    def __init__(self, *, host='localhost', port=6379, db=0, password=None, socket_timeout=None, socket_connect_timeout=None, socket_keepalive=None,
                 socket_keepalive_options=None, connection_pool=None, unix_socket_path=None, encoding='utf-8', encoding_errors='strict',
                 decode_responses=False, retry_on_timeout=False, retry=Retry(ExponentialWithJitterBackoff(base=1, cap=10), 3),
                 retry_on_error=None, ssl=False, ssl_keyfile=None, ssl_certfile=None, ssl_cert_reqs='required', ssl_ca_certs=None,
                 ssl_ca_data=None, ssl_check_hostname=True, ssl_min_version=None, ssl_ciphers=None, max_connections=None,
                 single_connection_client=False, health_check_interval=0, client_name=None, lib_name='redis-py', lib_version=VERSION, username=None,
                 auto_close_connection_pool=None, redis_connect_func=None, credential_provider=None, protocol=2, event_dispatcher=None):
        classes = ConnectionPool, SSLConnection, UnixDomainSocketConnection
        self._keep(locals(), connection_pool, unix_socket_path, ssl, retry_on_error, retry, _ORDER, classes)
        if auto_close_connection_pool is not None:
            warnings.warn(DeprecationWarning('"auto_close_connection_pool" is deprecated since version 5.0.1. Please create a ConnectionPool '
                                             'explicitly and provide to the Redis() constructor instead.'))
            self.auto_close_connection_pool = self.auto_close_connection_pool and auto_close_connection_pool
        self.single_connection_client = single_connection_client
        self._single_conn_lock = asyncio.Lock()

    def __await__(self):
        return self.initialize().__await__()

    async def initialize(self):
        if self.single_connection_client:
            async with self._single_conn_lock:
                if self.connection is None:
                    self.connection = await self.connection_pool.get_connection()
        return self

    async def transaction(self, func, *watches, shard_hint=None, value_from_callable=False, watch_delay=None):
        pipe = self.pipeline(True, shard_hint)
        async with pipe:
            while True:
                try:
                    if watches:
                        await pipe.watch(*watches)
                    value = await _awaited(func(pipe))
                    replies = await pipe.execute()
                    return value if value_from_callable else replies
                except WatchError:
                    await asyncio.sleep(max(watch_delay or 0, 0))

    async def __aenter__(self):
        return await self.initialize()

    async def __aexit__(self, kind, value, traceback):
        await self.aclose()

    async def aclose(self, close_connection_pool=None):
        connection, self.connection = self.connection, None
        if connection:
            await self.connection_pool.release(connection)
        if close_connection_pool or close_connection_pool is None and self.auto_close_connection_pool:
            await self.connection_pool.disconnect()

    async def close(self, close_connection_pool=None):
        warnings.warn(_CLOSE.format('close'), DeprecationWarning, stacklevel=2)
        await self.aclose(close_connection_pool)

    async def _send_command_parse_response(self, connection, command_name, *args, **options):
        await connection.send_command(*args)
        return await self.parse_response(connection, command_name, **options)

    async def execute_command(self, *args, **options):
        await self.initialize()
        pool = self.connection_pool
        connection = self.connection or await pool.get_connection()
        if self.single_connection_client:
            await self._single_conn_lock.acquire()
        try:
            return await connection.retry.call_with_retry(
                lambda: self._send_command_parse_response(connection, args[0], *args, **options), connection._failed)
        finally:
            if self.single_connection_client:
                self._single_conn_lock.release()
            if not self.connection:
                await pool.release(connection)

    async def parse_response(self, connection, command_name, **options):
        try:
            response = await connection.read_response(disable_decoding=NEVER_DECODE in options)
        except ResponseError:
            if EMPTY_RESPONSE in options:
                return options[EMPTY_RESPONSE]
            raise
        return await _awaited(self._result(command_name, response, options))


StrictRedis = Redis


class PubSub(PubSubBase):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._lock = asyncio.Lock()

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        await self.aclose()

    async def aclose(self):
        async with self._lock:
            connection = self._left()
            if connection:
                await connection.disconnect()
                await self.connection_pool.release(connection)
            self._forget()

    async def close(self):
        warnings.warn(_CLOSE.format('close'), DeprecationWarning, stacklevel=2)
        await self.aclose()

    async def reset(self):
        warnings.warn(_CLOSE.format('reset'), DeprecationWarning, stacklevel=2)
        await self.aclose()

    async def on_connect(self, connection):
        """Subscribes anew after a connection was lost."""
        for command, names in (('SUBSCRIBE', self.channels), ('PSUBSCRIBE', self.patterns), ('SSUBSCRIBE', self.shard_channels)):
            if names:
                await self.connection.send_command(command, *names)

    async def connect(self):
        if self.connection is None:
            self.connection = await self.connection_pool.get_connection()
            self.connection.register_connect_callback(self.on_connect)
        else:
            await self.connection.connect()

    async def execute_command(self, *args):
        await self.connect()
        await self._execute(self.connection.send_command, *args)

    async def _execute(self, function, *args, **kwargs):
        return await self.connection.retry.call_with_retry(lambda: function(*args, **kwargs), self._again)

    async def _again(self, error):
        await self.connection.disconnect()
        await self.connection.connect()

    async def parse_response(self, block=True, timeout=0):
        self._check_connected()
        if not self.connection.is_connected:
            await self.connection.connect()
        return await self._execute(self.connection.read_response, timeout=None if block else timeout, disconnect_on_error=False,
                                   push_request=True)

    async def _subscribe(self, command, args, kwargs):
        wanted = self._wanted(args, kwargs)
        await self.execute_command(command, *wanted)
        self._subscribed_to(command, wanted)

    async def subscribe(self, *args, **kwargs):
        await self._subscribe('SUBSCRIBE', args, kwargs)

    async def psubscribe(self, *args, **kwargs):
        await self._subscribe('PSUBSCRIBE', args, kwargs)

    async def ssubscribe(self, *args, target_node=None, **kwargs):
        await self._subscribe('SSUBSCRIBE', args, kwargs)

    def unsubscribe(self, *args):
        return self.execute_command('UNSUBSCRIBE', *self._leaving('UNSUBSCRIBE', args))

    def punsubscribe(self, *args):
        return self.execute_command('PUNSUBSCRIBE', *self._leaving('PUNSUBSCRIBE', args))

    def sunsubscribe(self, *args, target_node=None):
        return self.execute_command('SUNSUBSCRIBE', *self._leaving('SUNSUBSCRIBE', args))

    def ping(self, message=None):
        return self.execute_command('PING', *([] if message is None else [message]))

    async def listen(self):
        while self.subscribed:
            message = await self.handle_message(await self.parse_response(block=True))
            if message is not None:
                yield message

    async def get_message(self, ignore_subscribe_messages=False, timeout=0.0):
        response = await self.parse_response(block=timeout is None, timeout=timeout)
        return await self.handle_message(response, ignore_subscribe_messages) if response else None

    async def handle_message(self, response, ignore_subscribe_messages=False):
        if response is None:
            return None
        message = self._message(response)
        told, handler = self._handled(message, ignore_subscribe_messages)
        if handler:
            found = handler(message)
            if inspect.iscoroutinefunction(handler):
                await found
        return told

    async def run(self, *, exception_handler=None, poll_timeout=1.0):
        self._check_handlers()
        await self.connect()
        while True:
            try:
                await self.get_message(ignore_subscribe_messages=True, timeout=poll_timeout)
            except asyncio.CancelledError:
                raise
            except BaseException as error:
                if exception_handler is None:
                    raise
                found = exception_handler(error, self)
                if inspect.isawaitable(found):
                    await found
            await asyncio.sleep(0)


class Pipeline(PipelineBase, Redis):
    def _atomic(self, transaction):
        self.is_transaction = transaction

    def _cause(self, exception):
        return '{exception.args}'

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, traceback):
        await self.reset()

    def __await__(self):
        return self._async_self().__await__()

    async def _async_self(self):
        return self

    async def reset(self):
        connection, watching = self._cleared()
        if connection is None:
            return
        if watching:
            try:
                await self._send_command_parse_response(connection, 'UNWATCH', 'UNWATCH')
            except ConnectionError:
                await connection.disconnect()
        await self.connection_pool.release(connection)

    async def aclose(self):
        await self.reset()

    async def _connected(self):
        if not self.connection:
            self.connection = await self.connection_pool.get_connection()
        return self.connection

    async def immediate_execute_command(self, *args, **options):
        connection = await self._connected()

        async def fail(error):
            await connection.disconnect()
            watching = self.watching
            if watching:
                await self.reset()
                self.watching = True
            self._check_watch(error)
        return await connection.retry.call_with_retry(lambda: self._send_command_parse_response(connection, args[0], *args, **options), fail)

    async def parse_response(self, connection, command_name, **options):
        result = await super().parse_response(connection, command_name, **options)
        self._noted(command_name)
        return result

    async def _execute_transaction(self, connection, commands, raise_on_error):
        await connection.send_packed_command(self._sent_of(commands))
        errors = []
        await self.parse_response(connection, '_')
        for number, (words, options) in enumerate(commands):
            if EMPTY_RESPONSE in options:
                errors.append((number, options[EMPTY_RESPONSE]))
                continue
            try:
                await self.parse_response(connection, '_')
            except ResponseError as error:
                self.annotate_exception(error, number + 1, words)
                errors.append((number, error))
        try:
            response = await self.parse_response(connection, '_')
        except ExecAbortError as abort:
            if not errors:
                raise
            raise errors[0][1] from abort
        results = self._completed(commands, response, errors, raise_on_error)
        return [await _awaited(one) for one in results]

    async def _execute_pipeline(self, connection, commands, raise_on_error):
        await connection.send_packed_command([words for words, _ in commands])
        response = []
        for words, options in commands:
            try:
                response.append(await self.parse_response(connection, words[0], **options))
            except ResponseError as error:
                response.append(error)
        if raise_on_error:
            self.raise_first_error(commands, response)
        return response

    async def load_scripts(self):
        scripts = list(self.scripts)
        exist = await self.immediate_execute_command('SCRIPT EXISTS', *(script.sha for script in scripts))
        for script, there in zip(scripts, exist):
            if not there:
                script.sha = await self.immediate_execute_command('SCRIPT LOAD', script.script)

    async def execute(self, raise_on_error=True):
        if not self.command_stack and not self.watching:
            return []
        stack = self.command_stack
        if self.scripts:
            await self.load_scripts()
        execute = self._execute_transaction if self.is_transaction or self.explicit_transaction else self._execute_pipeline
        connection = await self._connected()

        async def fail(error):
            await connection.disconnect()
            self._check_watch(error)
        try:
            return await connection.retry.call_with_retry(lambda: execute(connection, stack, raise_on_error), fail)
        finally:
            await self.reset()

    async def discard(self):
        await self.execute_command('DISCARD')

    async def watch(self, *names):
        if self.explicit_transaction:
            raise RedisError('Cannot issue a WATCH after a MULTI')
        return await self.execute_command('WATCH', *names)

    async def unwatch(self):
        return self.watching and await self.execute_command('UNWATCH') or True


Redis._pipeline_class, Redis._pubsub_class = Pipeline, PubSub
