"""Connections with the simulated server, and pools of them."""
import copy
import queue
import socket
import threading
import time
import weakref
from collections import deque
from itertools import chain

import _network
from _redis_server import Session, server_of
from redis._addresses import parse_url as _parsed
from redis._replies import Encoder, text
from redis.backoff import NoBackoff
from redis.credentials import UsernamePasswordCredentialProvider
from redis.exceptions import (
    AuthenticationError, ConnectionError, DataError, MaxConnectionsError, RedisError, ResponseError, TimeoutError, of_reply)
from redis.retry import Retry

# How long a request is on its way, there and back, in seconds.
TRIP = 0.001
_LOOPBACK = 'localhost', '127.0.0.1', '::1', '0.0.0.0'
VERSION = '6.4.0'


def is_simulated(host, port):
    return host in _LOOPBACK and int(port) == 6379


def described(where, error):
    """The message about an error of the network."""
    if len(error.args) == 1:
        return f'Error connecting to {where}. {error.args[0]}.'
    if len(error.args) == 2:
        return f'Error {error.args[0]} connecting to {where}. {error.args[1]}.'
    return f'Error connecting to {where}. {error}.' if error.args else f'Error connecting to {where}.'


class AbstractConnection:
    """What connections have in common, those that wait in a thread and those that wait in a task."""

    retry_class = Retry

    def __init__(self, *, db=0, password=None, socket_timeout=None, socket_connect_timeout=None, retry_on_timeout=False, retry_on_error=None,
                 encoding='utf-8', encoding_errors='strict', decode_responses=False, parser_class=None, socket_read_size=65536,
                 health_check_interval=0, client_name=None, lib_name='redis-py', lib_version=VERSION, username=None, retry=None,
                 redis_connect_func=None, encoder_class=Encoder, credential_provider=None, protocol=2, command_packer=None,
                 event_dispatcher=None):
        if (username or password) and credential_provider is not None:
            raise DataError("'username' and 'password' cannot be passed along with 'credential_provider'. Please provide only one of the "
                            "following arguments: \n1. 'password' and (optional) 'username'\n2. 'credential_provider'")
        self.db, self.client_name, self.lib_name, self.lib_version = db, client_name, lib_name, lib_version
        self.credential_provider, self.password, self.username = credential_provider, password, username
        self.socket_timeout = socket_timeout
        self.socket_connect_timeout = socket_timeout if socket_connect_timeout is None else socket_connect_timeout
        self.retry_on_timeout, self.retry_on_error = retry_on_timeout, list(retry_on_error or ())
        if retry_on_timeout:
            self.retry_on_error += [TimeoutError, socket.timeout]
        if retry or self.retry_on_error:
            self.retry = copy.deepcopy(retry) if retry else self.retry_class(NoBackoff(), 1)
            self.retry.update_supported_errors(self.retry_on_error)
        else:
            self.retry = self.retry_class(NoBackoff(), 0)
        self.health_check_interval, self.redis_connect_func = health_check_interval, redis_connect_func
        self.encoder = encoder_class(encoding, encoding_errors, decode_responses)
        try:
            number = int(protocol)
        except TypeError:
            number = 2
        except ValueError:
            raise ConnectionError('protocol must be an integer') from None
        if number not in (2, 3):
            raise ConnectionError('protocol must be either 2 or 3')
        if number == 3:
            from _frames import not_supported
            not_supported('redis with protocol=3', 'protocol=2')
        self.protocol, self._session, self._inbox, self._connect_callbacks = protocol, None, deque(), []

    def __repr__(self):
        pieces = ','.join(f'{name}={value}' for name, value in self.repr_pieces())
        return f'<{type(self).__module__}.{type(self).__name__}({pieces})>'

    def _error_message(self, error):
        return described(self._host_error(), error)

    def get_protocol(self):
        return self.protocol

    def register_connect_callback(self, callback):
        method = weakref.WeakMethod(callback)
        if method not in self._connect_callbacks:
            self._connect_callbacks.append(method)

    def deregister_connect_callback(self, callback):
        try:
            self._connect_callbacks.remove(weakref.WeakMethod(callback))
        except ValueError:
            pass

    def _begun(self):
        """A session of the server's, known by name and database; an error reply if it cannot be had."""
        self._inbox.clear()
        server = server_of(self._address())
        with server.lock:
            session = self._session = Session(server, self._deliver, self._address())
            session.library = {'LIB-NAME': self.lib_name or '', 'LIB-VER': self.lib_version or ''}
        requests = [['CLIENT', 'SETNAME', self.client_name]] if self.client_name else []
        for request in [*requests, *([['SELECT', self.db]] if self.db else [])]:
            self._sent([request])
            reply = self._inbox.popleft()
            if isinstance(reply, Exception):
                error = of_reply(reply.args[0])
                self._ended()
                raise error

    def _sent(self, commands):
        session = self._session
        packed = [self.encoder.packed(words) for words in commands]
        with session.server.lock:
            for words in packed:
                session.execute(words)

    def _ended(self):
        session, self._session = self._session, None
        if session is not None:
            with session.server.lock:
                session.close()
        self._inbox.clear()

    def _limit(self, timeout):
        """(seconds to wait for a reply or None, whether it is the server that gives up then)."""
        deadline = self._session.deadline
        if deadline is None:
            return timeout, False
        left = max(deadline - time.time(), 0)
        return (left, True) if timeout is None or left <= timeout else (timeout, False)

    def _given_up(self):
        session = self._session
        with session.server.lock:
            if session.wait is not None:
                session.give_up()

    def _unpacked(self, reply, raw):
        if isinstance(reply, ConnectionResetError):
            self._ended()
            raise ConnectionError('Connection closed by server.')
        reply = self.encoder.unpacked(reply, raw)
        if isinstance(reply, Exception):
            try:
                raise reply
            finally:
                del reply
        return reply

    def pack_command(self, *args):
        return [args]

    def pack_commands(self, commands):
        return list(commands)


def shown(commands):
    """Commands as the timeline shows them."""
    words = ' '.join(word.decode('utf-8', 'replace') if isinstance(word, bytes) else str(word) for word in commands[0])
    return words if len(commands) == 1 else f'{words} …'


class _Host:
    """The part of connections that knows host and port."""

    def __init__(self, *, host='localhost', port=6379, socket_keepalive=False, socket_keepalive_options=None, socket_type=0, **kwargs):
        self.host, self.port = host, int(port)
        self.socket_keepalive, self.socket_keepalive_options = socket_keepalive, socket_keepalive_options or {}
        super().__init__(**kwargs)

    def repr_pieces(self):
        pieces = [('host', self.host), ('port', self.port), ('db', self.db)]
        return pieces + ([('client_name', self.client_name)] if self.client_name else [])

    def _address(self):
        return '127.0.0.1', self.port

    def _host_error(self):
        return f'{self.host}:{self.port}'


class _Blocking(AbstractConnection):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self._arrived = threading.Condition(threading.Lock())

    def _deliver(self, reply):
        with self._arrived:
            self._inbox.append(reply)
            self._arrived.notify_all()

    def connect(self):
        self.connect_check_health()

    def connect_check_health(self, check_health=True, retry_socket_connect=True):
        if self._session is not None:
            return
        try:
            if retry_socket_connect:
                self.retry.call_with_retry(self._connect, lambda error: self.disconnect(error))
            else:
                self._connect()
        except socket.timeout:
            raise TimeoutError('Timeout connecting to server') from None
        except OSError as error:
            raise ConnectionError(self._error_message(error))
        self._begun()
        self.on_connect() if self.redis_connect_func is None else self.redis_connect_func(self)
        self._connect_callbacks = [callback for callback in self._connect_callbacks if callback()]
        for callback in self._connect_callbacks:
            callback()(self)

    def _connect(self):
        if not is_simulated(self.host, self.port):
            socket.create_connection((self.host, self.port), self.socket_connect_timeout).close()
            from _frames import not_supported
            not_supported('redis with such a server', 'localhost, port 6379')
        _network.blocked_by_request(TRIP * 2, f'CONNECT {self.host}:{self.port}')

    def on_connect(self):
        if self.credential_provider or self.username or self.password:
            provider = self.credential_provider or UsernamePasswordCredentialProvider(self.username, self.password)
            self.send_command('AUTH', *provider.get_credentials())
            if text(self.read_response()) != 'OK':
                raise AuthenticationError('Invalid Username or Password')

    def disconnect(self, *args):
        self._ended()

    def send_packed_command(self, command, check_health=True):
        if self._session is None:
            self.connect()
        _network.blocked_by_request(TRIP, shown(command))
        self._sent(command)

    def send_command(self, *args, **kwargs):
        self.send_packed_command(self.pack_command(*args))

    def can_read(self, timeout=0):
        """Whether a reply is there, or comes within so many seconds."""
        if self._session is None:
            self.connect()
        with self._arrived:
            return self._arrived.wait_for(lambda: self._inbox, timeout)

    def read_response(self, disable_decoding=False, *, disconnect_on_error=True, push_request=False):
        try:
            self._await_reply()
        except BaseException:
            if disconnect_on_error:
                self.disconnect()
            raise
        return self._unpacked(self._inbox.popleft(), disable_decoding)

    def _await_reply(self):
        while not self._inbox:
            limit, by_server = self._limit(self.socket_timeout)
            with self._arrived:
                arrived = self._arrived.wait_for(lambda: self._inbox, limit)
            if not arrived and by_server:
                self._given_up()
            elif not arrived:
                raise TimeoutError('Timeout reading from socket')


class Connection(_Host, _Blocking):
    pass


class SSLConnection(Connection):
    def __init__(self, **kwargs):
        super().__init__(**{name: value for name, value in kwargs.items() if not name.startswith('ssl_')})

    def _connect(self):
        socket.create_connection((self.host, self.port), self.socket_connect_timeout).close()
        from _frames import not_supported
        not_supported('redis by TLS', 'redis://localhost')


class UnixDomainSocketConnection(_Blocking):
    def __init__(self, *, path='', socket_timeout=None, **kwargs):
        self.path = path
        super().__init__(socket_timeout=socket_timeout, **kwargs)

    def repr_pieces(self):
        return [('path', self.path), ('db', self.db)] + ([('client_name', self.client_name)] if self.client_name else [])

    def _host_error(self):
        return self.path

    def _connect(self):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as end:
            end.connect(self.path)
        from _frames import not_supported
        not_supported('redis with such a server', 'localhost, port 6379')


def parse_url(url):
    return _parsed(url, (SSLConnection, UnixDomainSocketConnection))


class PoolBase:
    """What pools of both kinds know."""

    encoder_class = Encoder

    def _keep(self, connection_class, max_connections, kwargs):
        max_connections = max_connections or 2 ** 31
        if not isinstance(max_connections, int) or max_connections < 0:
            raise ValueError('"max_connections" must be a positive integer')
        self.connection_class, self.connection_kwargs, self.max_connections = connection_class, kwargs, max_connections
        self._available_connections, self._in_use_connections = [], set()

    def __repr__(self):
        pieces = ','.join(f'{name}={value}' for name, value in self.connection_kwargs.items())
        kind, connection = type(self), self.connection_class
        return f'<{kind.__module__}.{kind.__name__}(<{connection.__module__}.{connection.__name__}({pieces})>)>'

    @classmethod
    def from_url(cls, url, **kwargs):
        parsed = cls.parse_url(url)
        if 'connection_class' in kwargs:
            parsed['connection_class'] = kwargs['connection_class']
        return cls(**{**kwargs, **parsed})

    def reset(self):
        self._available_connections, self._in_use_connections = [], set()

    def get_encoder(self):
        given = self.connection_kwargs
        return given.get('encoder_class', Encoder)(given.get('encoding', 'utf-8'), given.get('encoding_errors', 'strict'),
                                                   given.get('decode_responses', False))

    def get_protocol(self):
        return self.connection_kwargs.get('protocol')

    def make_connection(self):
        return self.connection_class(**self.connection_kwargs)

    def _connections(self, inuse=True):
        return list(chain(self._available_connections, self._in_use_connections if inuse else ()))

    def set_retry(self, retry):
        self.connection_kwargs['retry'] = retry
        for connection in self._connections():
            connection.retry = retry


class ConnectionPool(PoolBase):
    parse_url = staticmethod(parse_url)

    def __init__(self, connection_class=Connection, max_connections=None, cache_factory=None, **connection_kwargs):
        self._keep(connection_class, max_connections, connection_kwargs)
        self._lock = threading.RLock()

    def get_connection(self, command_name=None, *keys, **options):
        with self._lock:
            connection = self._free()
        return self._ready(connection)

    def _ready(self, connection):
        """The connection, once it is connected; it goes back if that fails."""
        done = False
        try:
            connection.connect()
            done = True
        finally:
            if not done:
                self.release(connection)
        return connection

    def _free(self):
        if self._available_connections:
            connection = self._available_connections.pop()
        elif len(self._in_use_connections) >= self.max_connections:
            raise MaxConnectionsError('Too many connections')
        else:
            connection = self.make_connection()
        self._in_use_connections.add(connection)
        return connection

    def release(self, connection):
        with self._lock:
            if connection in self._in_use_connections:
                self._in_use_connections.remove(connection)
                self._available_connections.append(connection)

    def owns_connection(self, connection):
        return connection in self._in_use_connections

    def disconnect(self, inuse_connections=True):
        for connection in self._connections(inuse_connections):
            connection.disconnect()

    def close(self):
        self.disconnect()


class BlockingConnectionPool(ConnectionPool):
    """Waits for a connection that another thread has, up to `timeout` seconds."""

    def __init__(self, max_connections=50, timeout=20, connection_class=Connection, queue_class=queue.LifoQueue, **connection_kwargs):
        self.timeout, self._changed = timeout, threading.Condition()
        super().__init__(connection_class=connection_class, max_connections=max_connections, **connection_kwargs)

    def _free(self):
        with self._changed:
            free = self._changed.wait_for(lambda: self._available_connections or len(self._in_use_connections) < self.max_connections, self.timeout)
            if not free:
                raise ConnectionError('No connection available.')
            return super()._free()

    def get_connection(self, command_name=None, *keys, **options):
        return self._ready(self._free())

    def release(self, connection):
        with self._changed:
            super().release(connection)
            self._changed.notify()
