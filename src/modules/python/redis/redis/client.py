"""The client whose methods wait in their thread."""
import threading
import time

from redis._clients import EMPTY_RESPONSE, NEVER_DECODE, ClientBase, PipelineBase, PubSubBase
from redis._replies import Callbacks as CaseInsensitiveDict
from redis.backoff import ExponentialWithJitterBackoff
from redis.commands import CoreCommands
from redis.commands.server import Script
from redis.connection import VERSION, ConnectionPool, SSLConnection, UnixDomainSocketConnection
from redis.exceptions import ConnectionError, ExecAbortError, RedisError, ResponseError, WatchError
from redis.lock import Lock
from redis.retry import Retry

_ORDER = ('db username password socket_timeout encoding encoding_errors decode_responses retry_on_error retry max_connections '
          'health_check_interval client_name lib_name lib_version redis_connect_func credential_provider protocol')


class Redis(ClientBase, CoreCommands):
    _pool_class, _lock_class = ConnectionPool, Lock

    def __init__(self, host='localhost', port=6379, db=0, password=None, socket_timeout=None, socket_connect_timeout=None, socket_keepalive=None,
                 socket_keepalive_options=None, connection_pool=None, unix_socket_path=None, encoding='utf-8', encoding_errors='strict',
                 decode_responses=False, retry_on_timeout=False, retry=Retry(ExponentialWithJitterBackoff(base=1, cap=10), 3),
                 retry_on_error=None, ssl=False, ssl_keyfile=None, ssl_certfile=None, ssl_cert_reqs='required', ssl_ca_certs=None,
                 ssl_ca_path=None, ssl_ca_data=None, ssl_check_hostname=True, ssl_password=None, ssl_validate_ocsp=False,
                 ssl_validate_ocsp_stapled=False, ssl_ocsp_context=None, ssl_ocsp_expected_cert=None, ssl_min_version=None, ssl_ciphers=None,
                 max_connections=None, single_connection_client=False, health_check_interval=0, client_name=None, lib_name='redis-py',
                 lib_version=VERSION, username=None, redis_connect_func=None, credential_provider=None, protocol=2, cache=None, cache_config=None,
                 event_dispatcher=None):
        classes = ConnectionPool, SSLConnection, UnixDomainSocketConnection
        self._keep(locals(), connection_pool, unix_socket_path, ssl, retry_on_error, retry, _ORDER, classes)
        if cache or cache_config:
            raise RedisError('Client caching is only supported with RESP version 3')
        self.single_connection_lock = threading.RLock()
        self._single_connection_client = single_connection_client
        if single_connection_client:
            self.connection = self.connection_pool.get_connection()

    def transaction(self, func, *watches, shard_hint=None, value_from_callable=False, watch_delay=None):
        pipe = self.pipeline(True, shard_hint)
        with pipe:
            while True:
                try:
                    if watches:
                        pipe.watch(*watches)
                    results = func(pipe), pipe.execute()
                    return results[0 if value_from_callable else 1]
                except WatchError:
                    time.sleep(max(watch_delay or 0, 0))

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.close()

    def close(self):
        connection, self.connection = self.connection, None
        if connection:
            self.connection_pool.release(connection)
        if self.auto_close_connection_pool:
            self.connection_pool.disconnect()

    def _send_command_parse_response(self, connection, command_name, *args, **options):
        connection.send_command(*args, **options)
        return self.parse_response(connection, command_name, **options)

    def execute_command(self, *args, **options):
        pool = self.connection_pool
        connection = self.connection or pool.get_connection()
        if self._single_connection_client:
            self.single_connection_lock.acquire()
        try:
            return connection.retry.call_with_retry(lambda: self._send_command_parse_response(connection, args[0], *args, **options),
                                                    lambda error: connection.disconnect())
        finally:
            if self._single_connection_client:
                self.single_connection_lock.release()
            if not self.connection:
                pool.release(connection)

    def parse_response(self, connection, command_name, **options):
        try:
            response = connection.read_response(disable_decoding=NEVER_DECODE in options)
        except ResponseError:
            if EMPTY_RESPONSE in options:
                return options[EMPTY_RESPONSE]
            raise
        return self._result(command_name, response, options)


StrictRedis = Redis


class PubSub(PubSubBase):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._lock = threading.RLock()

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        self.reset()

    def reset(self):
        connection = self._left()
        if connection:
            connection.disconnect()
            self.connection_pool.release(connection)
        self._forget()

    def close(self):
        self.reset()

    def on_connect(self, connection):
        """Subscribes anew after a connection was lost."""
        for command, names in (('SUBSCRIBE', self.channels), ('PSUBSCRIBE', self.patterns), ('SSUBSCRIBE', self.shard_channels)):
            if names:
                self.connection.send_command(command, *names)

    def execute_command(self, *args):
        if self.connection is None:
            self.connection = self.connection_pool.get_connection()
            self.connection.register_connect_callback(self.on_connect)
        with self._lock:
            self._execute(self.connection.send_command, *args)

    def _execute(self, function, *args, **kwargs):
        return self.connection.retry.call_with_retry(lambda: function(*args, **kwargs), self._again)

    def _again(self, error):
        self.connection.disconnect()
        self.connection.connect()

    def parse_response(self, block=True, timeout=0):
        self._check_connected()

        def read():
            if not block and not self.connection.can_read(timeout=timeout):
                return None
            return self.connection.read_response(disconnect_on_error=False, push_request=True)
        return self._execute(read)

    def _subscribe(self, command, args, kwargs):
        wanted = self._wanted(args, kwargs)
        self.execute_command(command, *wanted)
        self._subscribed_to(command, wanted)

    def subscribe(self, *args, **kwargs):
        self._subscribe('SUBSCRIBE', args, kwargs)

    def psubscribe(self, *args, **kwargs):
        self._subscribe('PSUBSCRIBE', args, kwargs)

    def ssubscribe(self, *args, target_node=None, **kwargs):
        self._subscribe('SSUBSCRIBE', args, kwargs)

    def unsubscribe(self, *args):
        return self.execute_command('UNSUBSCRIBE', *self._leaving('UNSUBSCRIBE', args))

    def punsubscribe(self, *args):
        return self.execute_command('PUNSUBSCRIBE', *self._leaving('PUNSUBSCRIBE', args))

    def sunsubscribe(self, *args, target_node=None):
        return self.execute_command('SUNSUBSCRIBE', *self._leaving('SUNSUBSCRIBE', args))

    def ping(self, message=None):
        return self.execute_command('PING', *([] if message is None else [message]))

    def listen(self):
        while self.subscribed:
            message = self.handle_message(self.parse_response(block=True))
            if message is not None:
                yield message

    def get_message(self, ignore_subscribe_messages=False, timeout=0.0):
        if not self.subscribed:
            # Nothing can come before there is a subscription: another thread may make one meanwhile.
            if timeout is None:
                while not self.subscribed:
                    time.sleep(0.01)
            elif self.connection is None:
                time.sleep(timeout)
                if not self.subscribed:
                    return None
        response = self.parse_response(block=timeout is None, timeout=timeout)
        return self.handle_message(response, ignore_subscribe_messages) if response else None

    get_sharded_message = get_message

    def handle_message(self, response, ignore_subscribe_messages=False):
        if response is None:
            return None
        message = self._message(response)
        told, handler = self._handled(message, ignore_subscribe_messages)
        if handler:
            handler(message)
        return told

    def run_in_thread(self, sleep_time=0.0, daemon=False, exception_handler=None):
        self._check_handlers()
        thread = PubSubWorkerThread(self, sleep_time, daemon=daemon, exception_handler=exception_handler)
        thread.start()
        return thread


class PubSubWorkerThread(threading.Thread):
    def __init__(self, pubsub, sleep_time, daemon=False, exception_handler=None):
        super().__init__()
        self.daemon, self.pubsub, self.sleep_time, self.exception_handler = daemon, pubsub, sleep_time, exception_handler
        self._running = threading.Event()

    def run(self):
        if self._running.is_set():
            return
        self._running.set()
        while self._running.is_set():
            try:
                self.pubsub.get_message(ignore_subscribe_messages=True, timeout=self.sleep_time)
            except BaseException as error:
                if self.exception_handler is None:
                    raise
                self.exception_handler(error, self.pubsub, self)
        self.pubsub.close()

    def stop(self):
        self._running.clear()


class Pipeline(PipelineBase, Redis):
    def _atomic(self, transaction):
        self.transaction = transaction

    def _cause(self, exception):
        return exception.args[0]

    def __exit__(self, kind, value, traceback):
        self.reset()

    def reset(self):
        connection, watching = self._cleared()
        if connection is None:
            return
        if watching:
            try:
                self._send_command_parse_response(connection, 'UNWATCH', 'UNWATCH')
            except ConnectionError:
                connection.disconnect()
        self.connection_pool.release(connection)

    def close(self):
        self.reset()

    def _connected(self):
        if not self.connection:
            self.connection = self.connection_pool.get_connection()
        return self.connection

    def immediate_execute_command(self, *args, **options):
        connection = self._connected()

        def fail(error):
            connection.disconnect()
            watching = self.watching
            if watching:
                self.reset()
                self.watching = True
            self._check_watch(error)
        return connection.retry.call_with_retry(lambda: self._send_command_parse_response(connection, args[0], *args, **options), fail)

    def parse_response(self, connection, command_name, **options):
        result = Redis.parse_response(self, connection, command_name, **options)
        self._noted(command_name)
        return result

    def _execute_transaction(self, connection, commands, raise_on_error):
        connection.send_packed_command(self._sent_of(commands))
        errors = []
        self.parse_response(connection, '_')
        for number, (words, options) in enumerate(commands):
            if EMPTY_RESPONSE in options:
                errors.append((number, options[EMPTY_RESPONSE]))
                continue
            try:
                self.parse_response(connection, '_')
            except ResponseError as error:
                self.annotate_exception(error, number + 1, words)
                errors.append((number, error))
        try:
            response = self.parse_response(connection, '_')
        except ExecAbortError as abort:
            raise errors[0][1] if errors else abort
        return self._completed(commands, response, errors, raise_on_error)

    def _execute_pipeline(self, connection, commands, raise_on_error):
        connection.send_packed_command([words for words, _ in commands])
        response = []
        for words, options in commands:
            try:
                response.append(self.parse_response(connection, words[0], **options))
            except ResponseError as error:
                response.append(error)
        if raise_on_error:
            self.raise_first_error(commands, response)
        return response

    def load_scripts(self):
        scripts = list(self.scripts)
        exist = self.immediate_execute_command('SCRIPT EXISTS', *(script.sha for script in scripts))
        for script, there in zip(scripts, exist):
            if not there:
                script.sha = self.immediate_execute_command('SCRIPT LOAD', script.script)

    def execute(self, raise_on_error=True):
        if not self.command_stack and not self.watching:
            return []
        stack = self.command_stack
        if self.scripts:
            self.load_scripts()
        execute = self._execute_transaction if self.transaction or self.explicit_transaction else self._execute_pipeline
        connection = self._connected()

        def fail(error):
            connection.disconnect()
            self._check_watch(error)
        try:
            return connection.retry.call_with_retry(lambda: execute(connection, stack, raise_on_error), fail)
        finally:
            self.reset()

    def discard(self):
        self.execute_command('DISCARD')

    def watch(self, *names):
        if self.explicit_transaction:
            raise RedisError('Cannot issue a WATCH after a MULTI')
        return self.execute_command('WATCH', *names)

    def unwatch(self):
        return self.watching and self.execute_command('UNWATCH') or True


Redis._pipeline_class, Redis._pubsub_class = Pipeline, PubSub
