"""A connection whose methods return when the broker has answered; callbacks are called within those that wait for events."""
import logging
import threading
from collections import deque
from contextlib import contextmanager
from functools import partial
from time import monotonic

from pika import exceptions, validators
from pika._parameters import Parameters
from pika.adapters._blocking_channel import BlockingChannel, ReturnedMessage
from pika.adapters.select_connection import IOLoop, SelectConnection

LOGGER = logging.getLogger(__name__)


class BlockingConnection:
    """`_ready_events`: callbacks of timers that are due; `_channels_pending_dispatch`: numbers of channels that have
    events for their callbacks, negative where `process_data_events` is only to return."""

    def __init__(self, parameters=None, _impl_class=None):
        self._cleanup_mutex, self._depth = threading.Lock(), 0
        self._ready_events, self._channels_pending_dispatch, self._closed_with = deque(), {}, None
        self._impl = None
        self._impl = self._create_connection(parameters, _impl_class or SelectConnection)
        self._impl.add_on_close_callback(self._on_closed)

    __repr__, __enter__, __exit__ = BlockingChannel.__repr__, BlockingChannel.__enter__, BlockingChannel.__exit__

    # --- waiting ---

    def _create_connection(self, configs, kind):
        if configs is None:
            configs = Parameters(),
        if isinstance(configs, Parameters):
            configs = configs,
        if not configs:
            raise ValueError(f'Expected a non-empty sequence of connection parameters, but got {configs!r}.')
        results, loop = [], IOLoop()
        impl = kind(configs[0], results.append, lambda _, error: results.append(error), custom_ioloop=loop, several=configs)
        while not results:
            loop.poll()
        if isinstance(results[0], BaseException):
            loop.close()
            LOGGER.error('Connection workflow failed: %r', impl.failure)
            LOGGER.error('Error in _create_connection().', exc_info=results[0])
            raise results[0]
        LOGGER.info('Connection workflow succeeded: %r', impl)
        return impl

    def _on_closed(self, _connection, error):
        self._closed_with = error

    def _flush_output(self, *waiters):
        """Waits until one of these is true, or the connection is closed."""
        if self.is_closed:
            raise exceptions.ConnectionWrongStateError()
        loop = self._impl._loop
        while self._closed_with is None and waiters and not any(ready() for ready in waiters):
            loop.poll()
        if self._closed_with is not None:
            error = self._closed_with
            with self._cleanup_mutex:
                loop.close()
                self._ready_events.clear()
            if not isinstance(error, exceptions.ConnectionClosedByClient):
                LOGGER.error('Unexpected connection close detected: %r', error)
                raise error
            LOGGER.info('User-initiated close: result=BlockingConnection__OnClosedArgs(connection=%r, error=%r)', self._impl, error)

    @contextmanager
    def _acquire_event_dispatch(self):
        """Whether callbacks may be called: not within another one."""
        self._depth += 1
        try:
            yield self._depth == 1
        finally:
            self._depth -= 1

    def _request_channel_dispatch(self, number):
        self._channels_pending_dispatch[number] = None

    def _dispatch_connection_events(self):
        with self._acquire_event_dispatch() as acquired:
            if acquired:
                for _ in range(len(self._ready_events)):
                    if self._ready_events:
                        self._ready_events.popleft()[1]()

    def _dispatch_channel_events(self):
        with self._acquire_event_dispatch() as acquired:
            if not acquired:
                return
            numbers, self._channels_pending_dispatch = list(self._channels_pending_dispatch), {}
            for number in numbers:
                impl = self._impl._channels.get(number) if number > 0 else None
                if impl is not None and impl.is_open:
                    impl._get_cookie()._dispatch_events()

    def process_data_events(self, time_limit=0):
        """Waits for events, at most so many seconds (None: as long as it takes), and calls their callbacks."""
        with self._acquire_event_dispatch() as acquired:
            def pending():
                return bool(acquired and (self._channels_pending_dispatch or self._ready_events))
            if time_limit is None:
                self._flush_output(pending)
            else:
                late = []
                timer = self._impl._loop.call_later(time_limit, lambda: late.append(True))
                try:
                    self._flush_output(lambda: bool(late), pending)
                finally:
                    self._impl._loop.remove_timeout(timer)
        self._dispatch_connection_events()
        self._dispatch_channel_events()

    def sleep(self, duration):
        assert duration >= 0, duration
        deadline, left = monotonic() + duration, duration
        while True:
            self.process_data_events(left)
            left = deadline - monotonic()
            if left <= 0:
                break

    # --- callbacks ---

    def call_later(self, delay, callback):
        validators.require_callback(callback)

        def due():
            self._ready_events.append((timer, callback))
        timer = self._impl._loop.call_later(delay, due)
        return timer

    def remove_timeout(self, timeout_id):
        self._impl._loop.remove_timeout(timeout_id)
        for event in list(self._ready_events):
            if event[0] is timeout_id:
                self._ready_events.remove(event)

    def add_callback_threadsafe(self, callback):
        """The one method that other threads may call: the callback is called in the connection's own."""
        with self._cleanup_mutex:
            if self.is_closed:
                raise exceptions.ConnectionWrongStateError(
                    'BlockingConnection.add_callback_threadsafe() called on closed or closing connection.')
            self._impl._loop.add_callback_threadsafe(partial(self.call_later, 0, callback))

    def add_on_connection_blocked_callback(self, callback):
        self._impl.add_on_connection_blocked_callback(callback)

    def add_on_connection_unblocked_callback(self, callback):
        self._impl.add_on_connection_unblocked_callback(callback)

    # --- its end ---

    def close(self, reply_code=200, reply_text='Normal shutdown'):
        if not self.is_open:
            message = f'{type(self).__name__}.close({reply_code}, {reply_text!r}) called on closed connection.'
            LOGGER.error(message)
            raise exceptions.ConnectionWrongStateError(message)
        LOGGER.info('Closing connection (%s): %s', reply_code, reply_text)
        for channel in [impl._get_cookie() for impl in self._impl._channels.values()]:
            self._close_channel(channel, reply_code, reply_text)
        self._impl.close(reply_code, reply_text)
        self._flush_output(lambda: self._closed_with is not None)

    @staticmethod
    def _close_channel(channel, *reply):
        try:
            if channel.is_open:
                channel.close(*reply)
        except exceptions.ChannelClosed as error:
            LOGGER.warning('Got ChannelClosed while closing channel from connection.close: %r', error)

    def update_secret(self, new_secret, reason):
        done = []
        self._impl.update_secret(new_secret, reason, done.append)
        self._flush_output(lambda: bool(done))

    # --- channels ---

    def channel(self, channel_number=None):
        opened = []
        impl = self._impl.channel(channel_number=channel_number, on_open_callback=opened.append)
        channel = BlockingChannel(impl, self)
        impl._set_cookie(channel)
        channel._flush_output(lambda: bool(opened))
        return channel

    @property
    def is_closed(self):
        return self._impl.is_closed

    @property
    def is_open(self):
        return self._impl.is_open

    basic_nack = basic_nack_supported = property(lambda self: self._impl.basic_nack)
    consumer_cancel_notify = consumer_cancel_notify_supported = property(lambda self: self._impl.consumer_cancel_notify)
    exchange_exchange_bindings = exchange_exchange_bindings_supported = property(lambda self: self._impl.exchange_exchange_bindings)
    publisher_confirms = publisher_confirms_supported = property(lambda self: self._impl.publisher_confirms)
