"""Connections that are made again when they have been lost."""
import asyncio
from weakref import WeakKeyDictionary

from aio_pika.abc import AbstractRobustConnection, ConnectionParameter
from aio_pika.connection import Connection, connect
from aio_pika.exceptions import CONNECTION_EXCEPTIONS, ChannelNotFoundEntity
from aio_pika.log import get_logger
from aio_pika.robust_channel import RobustChannel
from aio_pika.tools import CallbackCollection
from aiormq.connection import parse_bool, parse_timeout

log = get_logger(__name__)


class RobustConnection(Connection, AbstractRobustConnection):
    """A task of its own makes the connection whenever the event says that there is none."""
    CHANNEL_REOPEN_PAUSE, CHANNEL_CLASS = 1, RobustChannel
    PARAMETERS = Connection.PARAMETERS + (ConnectionParameter(name='reconnect_interval', parser=parse_timeout, default='5'),
                                          ConnectionParameter(name='fail_fast', parser=parse_bool, default='1'))

    def __init__(self, url, loop=None, **kwargs):
        super().__init__(url=url, loop=loop, **kwargs)
        self.reconnect_interval, self.connection_attempt = self.kwargs.pop('reconnect_interval'), 0
        self.fail_fast, self.__fail_fast_future = self.kwargs.pop('fail_fast', True), self.loop.create_future()
        if not self.fail_fast:
            self.__fail_fast_future.set_result(None)
        self.__channels, self.__restore_event = WeakKeyDictionary(), asyncio.Event()
        self.__connect_timeout = self.__reconnection_task = None
        self._reconnect_lock, self.reconnect_callbacks = asyncio.Lock(), CallbackCollection(self)
        self.__restore_event.set()

    @property
    def _is_left(self):
        return self._close_called or self.is_closed

    def _request_recovery(self):
        if not self._is_left:
            self.__restore_event.set()

    @property
    def reconnecting(self):
        return self._reconnect_lock.locked()

    def __repr__(self):
        return f'<{type(self).__name__}: "{self}" {len(self.__channels)} channels>'

    async def _on_connection_close(self, closing):
        try:
            await super()._on_connection_close(closing)
        except Exception:
            log.exception('Failed to execute close callbacks for %s', self)
        if not self._is_left:
            log.info('Connection to %s closed. Reconnecting after %r seconds.', self, self.reconnect_interval)
            self.__restore_event.set()

    async def _on_connected(self):
        await super()._on_connected()
        transport = self.transport
        try:
            await self.__restore_channels()
        except Exception as error:
            await self.close_callbacks(error)
            await asyncio.gather(transport.connection.close(error), return_exceptions=True)
            raise
        if self.connection_attempt > 0:
            await self.reconnect_callbacks()
        self.connection_attempt += 1

    async def __restore_channels(self):
        """What a channel needs may be declared on another one: what failed for that is tried after the others."""
        pending = tuple(self.__channels)
        while pending:
            failed = {}
            for channel in pending:
                try:
                    await channel.restore()
                except ChannelNotFoundEntity as error:
                    failed[channel] = error
            if len(failed) == len(pending):
                raise failed[pending[0]]
            pending = tuple(failed)

    async def __connection_factory(self):
        while not self._is_left:
            await self.__restore_event.wait()
            self.__restore_event.clear()
            if self._is_left:
                return
            try:
                await self.__mend()
            except (Exception, asyncio.CancelledError) as error:
                self.__restore_event.set()
                if isinstance(error, asyncio.CancelledError):
                    if self._is_left:
                        raise
                    log.warning('Connection attempt to "%s" cancelled. Reconnecting after %r seconds.', self, self.reconnect_interval)
                elif not isinstance(error, CONNECTION_EXCEPTIONS):
                    log.error('Reconnect attempt failed %s due to %s: %s. Retrying after %r seconds.', self, type(error).__name__, error,
                              self.reconnect_interval)
                elif self.__fail_fast_future.done():
                    log.warning('Connection attempt to "%s" failed: %s. Reconnecting after %r seconds.', self, error,
                                self.reconnect_interval)
                else:
                    return self.__fail_fast_future.set_exception(error)
            await asyncio.sleep(self.reconnect_interval)

    async def __mend(self):
        """Connects; where there is a connection, has its channels consume again."""
        if self.transport is not None and not self.transport.connection.is_closed:
            for channel in tuple(self.__channels):
                if await channel._restore_consumers():
                    self.__restore_event.set()
            return
        self.transport = None
        self.connected.clear()
        await Connection.connect(self, self.__connect_timeout)
        if not self.__fail_fast_future.done():
            self.__fail_fast_future.set_result(None)

    async def connect(self, timeout=None):
        self.__connect_timeout = timeout
        if self.is_closed or self.reconnecting:
            raise RuntimeError(f'{self!r} connection closed') if self.is_closed else RuntimeError(
                f'Connect method called but connection {self!r} is reconnecting right now.', self)
        if not self.__reconnection_task:
            self.__reconnection_task = self.loop.create_task(self.__connection_factory())
        await self.__fail_fast_future
        await self.connected.wait()

    async def reconnect(self):
        transport = self.transport
        if transport:
            await transport.connection.close()
        await self.connect()
        await self.reconnect_callbacks()

    def channel(self, channel_number=None, publisher_confirms=True, on_return_raises=False):
        channel = super().channel(channel_number, publisher_confirms, on_return_raises)
        self.__channels[channel] = None
        return channel

    async def close(self, exc=asyncio.CancelledError):
        self._close_called, making = True, self.__reconnection_task
        if making is not None:
            making.cancel()
            await asyncio.gather(making, return_exceptions=True)
        self.__reconnection_task = None
        return await super().close(exc)


async def connect_robust(url=None, *, connection_class=RobustConnection, **kwargs):
    """A connection that is made again, with its channels, when it has been lost."""
    return await connect(url, connection_class=connection_class, **kwargs)
