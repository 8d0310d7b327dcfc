"""A connection with the simulated broker: one task reads frames, another sends them, a third keeps it alive."""
import asyncio
import inspect
import logging
from collections.abc import Coroutine
from contextlib import suppress

from _amqp_clock import LoopWaiter
from _amqp_hosts import answers
from _amqp_session import Link
from aiormq.abc import AbstractConnection, ChannelFrame
from aiormq.base import Base, error_of, fail, task
from aiormq.channel import Channel
from aiormq.exceptions import (AMQPConnectionError, AuthenticationError, ConnectionClosed, InvalidFrameError, ProbableAuthenticationError,
                               of_close)
from aiormq.tools import Countdown, censor_url
from pamqp import commands as spec
from pamqp.header import ContentHeader
from yarl import URL

log = logging.getLogger(__name__)
DEFAULT_PORTS = {'amqp': 5672, 'amqps': 5671}


def parse_bool(value):
    return value if isinstance(value, bool) else str(value).lower() in ('true', 'yes', 'y', 'enable', 'on', 'enabled', '1')


def parse_int(value):
    with suppress(ValueError):
        return value if isinstance(value, int) else int(str(value))
    return 0


def parse_timeout(value):
    """Seconds: a whole number where it is one."""
    if not isinstance(value, (int, float)):
        try:
            value = float(value) if '.' in str(value) else int(str(value))
        except ValueError:
            return 0
    return int(value) if isinstance(value, float) and value.is_integer() else value


def parse_heartbeat(value):
    result = parse_int(value)
    return result if 0 <= result < 65535 else 0


class _Heartbeat:
    name = 'Heartbeat'


class FrameReceiver:
    """Frames as they come."""

    def __init__(self, loop):
        self.loop, self.link, self.waiting = loop, Link(self._told), None

    def _told(self):
        if asyncio._get_running_loop() is self.loop:
            self._wake()
        elif not self.loop.is_closed():
            self.loop.call_soon_threadsafe(self._wake)

    def _wake(self):
        if self.waiting is not None and not self.waiting.done():
            self.waiting.set_result(None)

    def __aiter__(self):
        return self

    async def get_frame(self):
        """(channel, frame, header, body) of the next one."""
        while not self.link.inbox:
            self.waiting = self.loop.create_future()
            await self.waiting
        channel, name, fields, properties, body = self.link.inbox.popleft()
        header = None if properties is None else ContentHeader(0, len(body), spec.Basic.Properties.of(properties))
        return channel, spec.by_name[name](**fields), header, body

    __anext__ = get_frame


class Connection(Base, AbstractConnection):
    FRAME_BUFFER_SIZE, READER_CLOSE_TIMEOUT = 10, 2
    HEARTBEAT_INTERVAL_MULTIPLIER, HEARTBEAT_GRACE_MULTIPLIER = 0.5, 3

    def __init__(self, url, *, loop=None, context=None, transport_factory=None, client_properties=None, **create_connection_kwargs):
        super().__init__(loop=loop or asyncio.get_event_loop(), parent=None)
        if transport_factory is not None:
            from _frames import not_supported
            not_supported('a transport_factory of aiormq.Connection', 'aiormq.connect(url)')
        self.url = URL(url)
        if self.url.is_absolute() and not self.url.port:
            self.url = self.url.with_port(DEFAULT_PORTS[self.url.scheme])
        self.vhost = '/' if self.url.path in ('', '/') else self.url.path[1:].replace('%2F', '/')
        self.ssl_context, self.started, self.channels = context, False, {}
        self.write_queue = asyncio.Queue(maxsize=self.FRAME_BUFFER_SIZE)
        self.last_channel, self.last_channel_lock, self.connected = 1, asyncio.Lock(), asyncio.Event()
        self.timeout = parse_int(self.url.query.get('timeout', '60'))
        self.heartbeat_timeout = parse_heartbeat(self.url.query.get('heartbeat', '60'))
        self.connection_name = self.url.query.get('name')
        self.__client_properties, self.__kwargs = client_properties or {}, create_connection_kwargs
        self.__close_reason = 200, 'normally closed', 0, 0
        self.__update_secret_lock, self.__update_secret_future = asyncio.Lock(), None
        self.__unblocked = asyncio.Event()

    async def ready(self):
        await self.connected.wait()
        await self.__unblocked.wait()

    def set_close_reason(self, reply_code=200, reply_text='normally closed', class_id=0, method_id=0):
        self.__close_reason = reply_code, reply_text, class_id, method_id

    @property
    def is_opened(self):
        running = all(hasattr(self, name) and not getattr(self, name).done() for name in ('_reader_task', '_writer_task'))
        return running and not self.is_closed

    def __str__(self):
        return str(censor_url(self.url))

    # --- connecting ---

    async def _reach(self):
        """Finds the broker's host, or fails as a socket does."""
        host, port = self.url.host, self.url.port
        try:
            if not answers(host, port):
                transport, _ = await self.loop.create_connection(asyncio.Protocol, host, port)
                transport.close()
                from _frames import not_supported
                not_supported('aiormq.connect to such a server', 'port 5672')
        except OSError as error:
            problem = AMQPConnectionError(*error.args)
            log.error('error when creating transport: %r', problem)
            raise problem from error

    @task
    async def connect(self, client_properties=None):
        if self.is_opened:
            raise RuntimeError('Connection already opened')
        await self._reach()
        receiver = FrameReceiver(self.loop)
        waiter = LoopWaiter.of(self.loop)
        waiter.enter()
        self._link = link = receiver.link
        self._closing.add_done_callback(lambda _: waiter.leave())

        async def ask(frame, expected, waits=True):
            ChannelFrame(0, frame).send(link)
            if not waits:
                return None
            _, answer, _, _ = await receiver.get_frame()
            if frame.synchronous and answer.name not in frame.valid_responses:
                raise InvalidFrameError(f'Expected one of {frame.valid_responses!r}, got {answer!r}')
            if answer.name == 'Connection.Close':
                if answer.reply_code == 403:
                    raise ProbableAuthenticationError(answer.reply_text)
                raise ConnectionClosed(answer.reply_code, answer.reply_text)
            return answer
        try:
            link.send(0, 'Header')
            _, start, _, _ = await receiver.get_frame()
            if self.url.query.get('auth', 'plain').upper() != 'PLAIN':
                raise AuthenticationError(start.mechanisms, ['PLAIN', 'EXTERNAL'])
            response = f'\0{self.url.user or "guest"}\0{self.url.password or "guest"}'
            properties = {'product': 'aiormq', **self.__client_properties, **(client_properties or {})}
            tune = await ask(spec.Connection.StartOk(properties, 'PLAIN', response), 'Connection.Tune')
            tune.heartbeat = self.heartbeat_timeout
            await ask(spec.Connection.TuneOk(tune.channel_max, tune.frame_max, tune.heartbeat), None, False)
            await ask(spec.Connection.Open(virtual_host=self.vhost), 'Connection.OpenOk')
        except BaseException as error:
            link.cut()
            await self.close(error)
            raise
        self._reader_task = self.create_task(self.__reader(receiver))
        self._reader_task.add_done_callback(self._on_reader_done)
        self._writer_task = self.create_task(self.__writer(link))
        self.connection_tune, self.server_properties = tune, start.server_properties
        return True

    # --- its tasks ---

    def _on_reader_done(self, task):
        if not task.cancelled() and task.exception() is not None:
            log.warning('Cancelling cause reader exited abnormally', exc_info=task.exception())
            self.set_close_reason(reply_code=500, reply_text='reader unexpected closed')

        async def follow():
            writer = self._writer_task
            if not writer.done():
                writer.cancelling() or writer.cancel()
                await asyncio.gather(writer, return_exceptions=True)
            await self.close(error_of(task))
        # A loop that ends with its connections open leaves it undone.
        self.loop.create_task(follow())._log_destroy_pending = False

    async def __reader(self, receiver):
        self.__unblocked.set()
        self.connected.set()
        if self.heartbeat_timeout > 0:
            self.create_task(self.__heartbeat())
        async for channel, frame, header, body in receiver:
            if not channel:
                if frame.name == 'Connection.CloseOk':
                    return
                if frame.name == 'Connection.Close':
                    self.__closed_by_broker(frame)
                if frame.name == 'Connection.UpdateSecretOk' and self.__update_secret_future is not None:
                    self.__update_secret_future.set_result(frame)
                continue
            found = self.channels.get(channel)
            if found is None:
                log.error('Got frame for closed channel %d: %r', channel, frame)
                continue
            if frame.name in ('Channel.Close', 'Channel.CloseOk'):
                self.channels.pop(channel, None)
            await found.frames.put((frame, header, body))

    def __closed_by_broker(self, frame):
        log.error('Unexpected connection close from remote "%s", Connection.Close(reply_code=%r, reply_text=%r)', self, frame.reply_code,
                  frame.reply_text)
        with suppress(asyncio.QueueFull):
            self.write_queue.put_nowait(ChannelFrame(0, spec.Connection.CloseOk()))
        error = of_close(frame)
        if self.__update_secret_future is not None and not self.__update_secret_future.done():
            self.__update_secret_future.set_exception(error)
        raise error

    async def __heartbeat(self):
        while not self._closing.done():
            await asyncio.sleep(max(1, self.heartbeat_timeout // 2))
            await self.write_queue.put(_Heartbeat)

    async def __writer(self, link):
        try:
            while True:
                frame = await self.write_queue.get()
                self.write_queue.task_done()
                if frame is _Heartbeat:
                    continue
                frame.send(link)
                if frame.frame.name == 'Connection.CloseOk':
                    return
        except asyncio.CancelledError:
            ChannelFrame(0, spec.Connection.Close(*self.__close_reason)).send(link)
            try:
                if not self._reader_task.done():
                    await asyncio.wait([asyncio.gather(self._reader_task, return_exceptions=True)], timeout=self.READER_CLOSE_TIMEOUT)
            finally:
                if not self._reader_task.done():
                    self._reader_task.cancel()
            raise
        finally:
            link.cut()
            # Closing takes the loop some turns.
            for _ in range(3):
                await asyncio.sleep(0)

    async def _on_close(self, exc=ConnectionClosed(0, 'normal closed')):
        writer, reader = self._writer_task, self._reader_task
        if not (writer.done() or writer.cancelling()):
            writer.cancel()
            await asyncio.gather(writer, return_exceptions=True)
        reader.done() or reader.cancel()
        await asyncio.gather(reader, writer, return_exceptions=True)
        if not self._closing.done():
            self._closing.set_result(None) if exc is None else fail(self._closing, exc)

    # --- what the broker can ---

    @property
    def server_capabilities(self):
        return self.server_properties['capabilities']

    @property
    def basic_nack(self):
        return bool(self.server_capabilities.get('basic.nack'))

    @property
    def consumer_cancel_notify(self):
        return bool(self.server_capabilities.get('consumer_cancel_notify'))

    @property
    def accept_consumer_cancel_ok(self):
        return bool(self.server_capabilities.get('accept_consumer_cancel_ok'))

    @property
    def exchange_exchange_bindings(self):
        return bool(self.server_capabilities.get('exchange_exchange_bindings'))

    @property
    def publisher_confirms(self):
        return self.server_capabilities.get('publisher_confirms')

    async def channel(self, channel_number=None, publisher_confirms=True, frame_buffer_size=FRAME_BUFFER_SIZE, timeout=None, **kwargs):
        await self.connected.wait()
        if self.is_closed:
            raise RuntimeError('%r closed' % self)
        if channel_number is None:
            async with self.last_channel_lock:
                if self.channels:
                    self.last_channel = max(self.channels)
                while self.last_channel in self.channels:
                    self.last_channel += 1
                channel_number = self.last_channel
        elif channel_number in self.channels:
            raise ValueError('Channel %d already used' % channel_number)
        if not 0 <= channel_number <= 65535:
            raise ValueError('Channel number too large')
        channel = Channel(self, channel_number, frame_buffer=frame_buffer_size, publisher_confirms=publisher_confirms, **kwargs)
        self.channels[channel_number] = channel
        await channel.open(timeout=timeout)
        return channel

    async def update_secret(self, new_secret, *, reason='', timeout=None):
        frame, countdown = ChannelFrame(0, spec.Connection.UpdateSecret(new_secret, reason)), Countdown(timeout)
        async with countdown.enter_context(self.__update_secret_lock):
            self.__update_secret_future = self.loop.create_future()
            await self.write_queue.put(frame)
            try:
                return await countdown(self.__update_secret_future)
            finally:
                self.__update_secret_future = None

    async def __aenter__(self):
        if not self.is_opened:
            await self.connect()
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        await self.close(exc_val)


class ConnectionContext(Coroutine):
    """What `connect` gives: awaited it is a connection, and in `async with` one that is closed at the end."""

    def __init__(self, *args, **kwargs):
        self._given, self._connection, self._coroutine = (args, kwargs), None, None

    @property
    def connection(self):
        if self._connection is None:
            args, kwargs = self._given
            self._connection = Connection(*args, **kwargs)
        return self._connection

    async def __aenter__(self):
        return await self.connection.__aenter__()

    async def __aexit__(self, *error):
        await self.connection.__aexit__(*error)

    async def __connect(self):
        await self.connection.connect()
        return self.connection

    def __begun(self):
        if self._coroutine is None:
            self._coroutine = self.__connect()
        return self._coroutine

    def __await__(self):
        return self.__begun().__await__()

    def send(self, value):
        return self.__begun().send(value)

    def throw(self, *args):
        return self.__begun().throw(*args)

    def close(self):
        if self._coroutine is not None:
            self._coroutine.close()


@inspect.markcoroutinefunction
def connect(url, *args, client_properties=None, **kwargs):
    return ConnectionContext(url, *args, client_properties=client_properties, **kwargs)
