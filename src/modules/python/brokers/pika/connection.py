"""A connection: how it is made and closed, and which channels it has. What waits for frames is an adapter's."""
import copy
import logging

from _amqp_hosts import address, answers
from _amqp_session import Link
from pika import channel as _channel
from pika import exceptions, frame, spec, validators
from pika._parameters import MAX_CHANNELS, ConnectionParameters, Parameters, SSLOptions, URLParameters

LOGGER = logging.getLogger(__name__)
_WORKFLOW = logging.getLogger('pika.adapters.utils.connection_workflow')


class AMQPConnectorSocketConnectError(Exception):
    def __init__(self, exception):
        super().__init__()
        self.exception = exception

    def __repr__(self):
        return f'{type(self).__name__}: {self.exception!r}'


class AMQPConnectionWorkflowFailed(Exception):
    """No attempt has come to a connection."""

    def __init__(self, exceptions):
        super().__init__()
        self.exceptions = tuple(exceptions)

    def __repr__(self):
        first = self.exceptions[0] if len(self.exceptions) > 1 else None
        return (f'{type(self).__name__}: {len(self.exceptions)} exceptions in all; last exception - {self.exceptions[-1]!r}; '
                f'first exception - {first!r}')


class _Transport:
    """Stands in the connection's repr as long as it is open."""


_Transport.__name__ = _Transport.__qualname__ = '_AsyncPlaintextTransport'
_Transport.__module__ = 'pika.adapters.utils.io_services_utils'


def _unreachable(params):
    """Why there is no broker; None where there is one."""
    import socket
    try:
        if answers(params.host, params.port):
            return None
        socket.getaddrinfo(params.host, params.port)
    except OSError as error:
        return error
    try:
        socket.create_connection((params.host, params.port), params.socket_timeout).close()
    except OSError as error:
        return AMQPConnectorSocketConnectError(error)
    from _frames import not_supported
    not_supported('pika with such a server', 'port 5672')


class Connection:
    """`_loop`: the adapter's, with `call_later`, `remove_timeout` and `add_callback_threadsafe`."""
    CONNECTION_CLOSED, CONNECTION_INIT, CONNECTION_PROTOCOL, CONNECTION_START, CONNECTION_TUNE, CONNECTION_OPEN, CONNECTION_CLOSING = range(7)
    _STATE_NAMES = dict(enumerate('CLOSED INIT PROTOCOL START TUNE OPEN CLOSING'.split()))

    def __init__(self, parameters=None, on_open_callback=None, on_open_error_callback=None, on_close_callback=None, loop=None,
                 several=()):
        self.params = copy.copy(parameters) if parameters is not None else ConnectionParameters()
        self._several, self._loop, self._errors = [copy.copy(one) for one in several] or [self.params], loop, []
        self._blocks = bool(several)
        self._on_open = [on_open_callback] if on_open_callback else []
        self._on_error = [on_open_error_callback] if on_open_error_callback else [self._default_on_connection_error]
        self._on_close, self._on_secret = [on_close_callback] if on_close_callback else [], []
        self.server_properties = self.server_capabilities = self.known_hosts = self._error = self._transport = self._link = None
        self._channels, self._opened, self._left = {}, False, []
        self.connection_state = self.CONNECTION_INIT
        self._try()

    def __repr__(self):
        return (f'<{type(self).__name__} {self._STATE_NAMES[self.connection_state]} transport={self._transport} '
                f'params={self.params}>')

    is_closed = property(lambda self: self.connection_state == self.CONNECTION_CLOSED)
    is_closing = property(lambda self: self.connection_state == self.CONNECTION_CLOSING)
    is_open = property(lambda self: self.connection_state == self.CONNECTION_OPEN)
    ioloop = property(lambda self: self._loop.native())

    def _can(self, what):
        return self.server_capabilities.get(what, False)

    basic_nack = property(lambda self: self._can('basic.nack'))
    consumer_cancel_notify = property(lambda self: self._can('consumer_cancel_notify'))
    exchange_exchange_bindings = property(lambda self: self._can('exchange_exchange_bindings'))
    publisher_confirms = property(lambda self: self._can('publisher_confirms'))

    # --- callbacks ---

    def _default_on_connection_error(self, _connection, error):
        raise error

    def _add_callback(self, callbacks, callback):
        validators.require_callback(callback)
        callbacks.append(callback)

    def add_on_open_callback(self, callback):
        self._add_callback(self._on_open, callback)

    def add_on_close_callback(self, callback):
        self._add_callback(self._on_close, callback)

    def add_on_open_error_callback(self, callback, remove_default=True):
        validators.require_callback(callback)
        if remove_default and self._default_on_connection_error in self._on_error:
            self._on_error.remove(self._default_on_connection_error)
        self._on_error.append(callback)

    def add_on_connection_blocked_callback(self, callback):
        # The broker has room for all.
        validators.require_callback(callback)

    add_on_connection_unblocked_callback = add_on_connection_blocked_callback

    # --- connecting ---

    def _try(self):
        """Begins the next attempt: each of the parameters in its turn, as often as the last of them say."""
        if not self._left:
            self._left = list(self._several)
            self._rounds = getattr(self, '_rounds', 0) + 1
        self.params = self._left.pop(0)
        _WORKFLOW.info('Pika version 1.4.4 connecting to %r', (address(self.params.host), self.params.port))
        problem = _unreachable(self.params)
        if problem is not None:
            self._loop.add_callback_threadsafe(lambda: self._failed(problem))
            return
        self._link = link = Link(self._told, wide=True)
        self._loop.enter(self)
        self._transport = _Transport()
        self.connection_state = self.CONNECTION_PROTOCOL
        link.send(0, 'Header')

    def _failed(self, error):
        self._errors.append(error)
        _WORKFLOW.error('AMQPConnector - reporting failure: %r', error)
        last = self._several[-1]
        if self._left or self._rounds < last.connection_attempts:
            delay = 0 if self._left else last.retry_delay
            self.connection_state = self.CONNECTION_INIT
            self._loop.call_later(delay, self._try)
            return
        self.connection_state = self.CONNECTION_CLOSED
        self.failure = failed = AMQPConnectionWorkflowFailed(self._errors)
        _WORKFLOW.error('AMQP connection workflow failed: %r.', failed)
        _WORKFLOW.error('AMQPConnectionWorkflow - reporting failure: %r', failed)
        if not self._blocks and not isinstance(error, exceptions.AMQPError):
            error = exceptions.AMQPConnectionError(failed) if isinstance(error, AMQPConnectorSocketConnectError) else failed
        elif isinstance(error, AMQPConnectorSocketConnectError):
            error = exceptions.AMQPConnectionError(error)
        if not self._blocks:
            LOGGER.error('Self-initiated stack bring-up failed: %r', error)
        self._error = error
        for callback in list(self._on_error):
            callback(self, error)

    def _send_method(self, number, method, properties=None, body=b''):
        fields = method.as_sent()
        sent = None if properties is None else properties.as_sent()
        if self.is_closed:
            raise exceptions.ConnectionWrongStateError('Attempted to send a frame on closed connection.')
        self._link.send(number, method.NAME, fields, sent, body)

    # --- frames ---

    def _told(self):
        self._loop.frames_came(self)

    def _has_frames(self):
        return self._link is not None and bool(self._link.inbox)

    def _process_frames(self):
        while self._has_frames():
            number, name, fields, properties, body = self._link.inbox.popleft()
            names = {theirs: mine for theirs, mine in getattr(spec, '_NAMES').get(name, {}).items()}
            method = spec.by_name[name](**{names.get(field, field): value for field, value in fields.items()})
            if not number:
                self._receive(method)
            elif number in self._channels:
                self._channels[number]._receive(method, None if properties is None else spec.BasicProperties.of(properties), body)

    def _receive(self, method):
        name = method.NAME
        if name == 'Connection.Start':
            self.server_properties, self.connection_state = method.server_properties, self.CONNECTION_START
            self.server_capabilities = self.server_properties['capabilities']
            self._send_method(0, spec.Connection.StartOk(self.params.client_properties, 'PLAIN', self.params.credentials.response()))
            self.params.credentials.erase_credentials()
        elif name == 'Connection.Tune':
            self.connection_state = self.CONNECTION_TUNE
            self.params.channel_max = min(self.params.channel_max, method.channel_max)
            self._send_method(0, spec.Connection.TuneOk(self.params.channel_max, self.params.frame_max, method.heartbeat))
            self._send_method(0, spec.Connection.Open(self.params.virtual_host))
        elif name == 'Connection.OpenOk':
            self._opened, self.connection_state = True, self.CONNECTION_OPEN
            _WORKFLOW.info('AMQPConnector - reporting success: %r', self)
            _WORKFLOW.info('AMQPConnectionWorkflow - reporting success: %r', self)
            for callback in list(self._on_open):
                callback(self)
        elif name == 'Connection.Close':
            self._send_method(0, spec.Connection.CloseOk())
            self._terminated(exceptions.ConnectionClosedByBroker(method.reply_code, method.reply_text))
        elif name == 'Connection.CloseOk':
            self._terminated(self._error)
        elif name == 'Connection.UpdateSecretOk' and self._on_secret:
            self._on_secret.pop(0)(frame.Method(0, method))

    # --- its end ---

    def _terminated(self, error):
        state, self.connection_state = self.connection_state, self.CONNECTION_CLOSED
        self._transport = None
        self._link.cut()
        self._loop.leave(self)
        self._error = error
        if not self._opened:
            if isinstance(error, exceptions.ConnectionClosedByBroker):
                if state == self.CONNECTION_START:
                    error = exceptions.ProbableAuthenticationError(repr(error))
                elif state == self.CONNECTION_TUNE:
                    error = exceptions.ProbableAccessDeniedError(repr(error))
            self._failed(error)
            return
        LOGGER.info('Stack terminated due to %r', error)
        for channel in list(self._channels.values()):
            channel._on_close_meta(error)
        for callback in list(self._on_close):
            callback(self, error)

    def close(self, reply_code=200, reply_text='Normal shutdown'):
        if self.is_closing or self.is_closed:
            message = (f'Illegal close({reply_code}, {reply_text!r}) request on {self} because it was called while connection '
                       f'state={self._STATE_NAMES[self.connection_state]}.')
            LOGGER.error(message)
            raise exceptions.ConnectionWrongStateError(message)
        if not self._opened:
            before = self._STATE_NAMES[self.connection_state]
            self._terminated(exceptions.ConnectionOpenAborted(
                f'Connection.close() called before connection finished opening: prev_state={before} ({reply_code}): {reply_text!r}'))
            return
        for channel in list(self._channels.values()):
            if not (channel.is_closing or channel.is_closed):
                channel.close(reply_code, reply_text)
        self.connection_state = self.CONNECTION_CLOSING
        LOGGER.info('Closing connection (%s): %r', reply_code, reply_text)
        self._error = exceptions.ConnectionClosedByClient(reply_code, reply_text)
        if not self._channels:
            self._on_close_ready()

    def _on_close_ready(self):
        self._send_method(0, spec.Connection.Close(self._error.reply_code, self._error.reply_text, 0, 0))

    def _on_channel_cleanup(self, channel):
        self._channels.pop(channel.channel_number, None)
        if self.is_closing and not self._channels:
            self._on_close_ready()

    # --- channels ---

    def channel(self, channel_number=None, on_open_callback=None):
        if not self.is_open:
            raise exceptions.ConnectionWrongStateError(f'Channel allocation requires an open connection: {self}')
        validators.rpc_completion_callback(on_open_callback)
        if not channel_number:
            if len(self._channels) >= self.params.channel_max:
                raise exceptions.NoFreeChannels()
            channel_number = next(number for number in range(1, MAX_CHANNELS + 1) if number not in self._channels)
        channel = self._channels[channel_number] = _channel.Channel(self, channel_number, on_open_callback)
        channel.open()
        return channel

    def update_secret(self, new_secret, reason, callback=None):
        if not self.is_open:
            raise exceptions.ConnectionWrongStateError(f'Secret update requires an open connection: {self}')
        validators.rpc_completion_callback(callback)
        self._on_secret.append(callback or (lambda _: None))
        self._send_method(0, spec.Connection.UpdateSecret(new_secret, reason))
