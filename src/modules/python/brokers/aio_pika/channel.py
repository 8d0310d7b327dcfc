"""Channels: on them exchanges and queues are declared."""
import asyncio
import warnings
from contextlib import AbstractAsyncContextManager, suppress

import aiormq
from aio_pika.abc import AbstractChannel, UnderlayChannel
from aio_pika.exceptions import ChannelInvalidStateError
from aio_pika.exchange import Exchange, ExchangeType
from aio_pika.log import get_logger
from aio_pika.message import IncomingMessage
from aio_pika.queue import Queue
from aio_pika.tools import CallbackCollection, _end
from aio_pika.transaction import Transaction
from aiormq.base import error_of

log = get_logger(__name__)


class ChannelContext(AbstractAsyncContextManager, AbstractChannel):
    async def __aenter__(self):
        if not self.is_initialized:
            await self.initialize()
        return self

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        return await self.close(exc_val)

    def __await__(self):
        yield from self.initialize().__await__()
        return self


class Channel(ChannelContext):
    """`_channel`: aiormq's, once it is open."""
    QUEUE_CLASS, EXCHANGE_CLASS = Queue, Exchange

    def __init__(self, connection, channel_number=None, publisher_confirms=True, on_return_raises=False):
        if not publisher_confirms and on_return_raises:
            raise RuntimeError('"on_return_raises" not applicable without "publisher_confirms"')
        self._connection, self._channel, self._channel_number = connection, None, channel_number
        self._begin()
        self.close_callbacks, self.return_callbacks = CallbackCollection(self), CallbackCollection(self)
        self.publisher_confirms, self.on_return_raises = publisher_confirms, on_return_raises
        self.close_callbacks.add(self._set_closed_callback)

    def __str__(self):
        return str(self.number or 'Not initialized channel')

    @property
    def is_initialized(self):
        return self._channel is not None

    @property
    def is_closed(self):
        return self._channel is None or self._closed.done() or self._channel.channel.is_closed

    @property
    def number(self):
        return self._channel_number if self._channel is None else self._channel.channel.number

    @property
    def channel(self):
        warnings.warn('This property is deprecated, do not use this anymore.', DeprecationWarning)
        if self._channel is None:
            raise aiormq.exceptions.ChannelInvalidStateError
        return self._channel.channel

    async def get_underlay_channel(self):
        if self._channel is None:
            raise aiormq.exceptions.ChannelInvalidStateError('Channel was not opened')
        return self._channel.channel

    # --- its beginning and its end ---

    def _begin(self):
        self._closed = asyncio.get_running_loop().create_future()

    async def _open(self):
        if (below := self._connection.transport) is None:
            raise ChannelInvalidStateError('No active transport in channel')
        await below.ready()
        self._channel = channel = await UnderlayChannel.create(
            below.connection, self._on_close, publisher_confirms=self.publisher_confirms, on_return_raises=self.on_return_raises,
            channel_number=self._channel_number)
        try:
            await self._on_open()
        except BaseException as error:
            await channel.close(error)
            self._channel = None
            raise
        if self._closed.done():
            self._begin()

    async def initialize(self, timeout=None):
        if self.is_initialized or self._closed.done():
            raise RuntimeError('Already initialized' if self.is_initialized else "Can't initialize closed channel")
        await self._open()
        await self._on_initialized()

    async def _on_open(self):
        self.default_exchange = self.EXCHANGE_CLASS(channel=self, name='', type=ExchangeType.DIRECT)

    async def _on_initialized(self):
        channel = await self.get_underlay_channel()
        channel.on_return_callbacks.add(self._on_return)

    async def reopen(self):
        log.debug('Start reopening channel %r', self)
        await self._open()

    async def close(self, exc=None):
        if self._channel is not None:
            log.debug('Closing channel %r', self)
            await self._channel.close()
            _end(self._closed)
        else:
            log.warning('Channel not opened')

    def closed(self):
        return asyncio.shield(self._closed)

    async def _on_close(self, closing):
        exc = error_of(closing)
        await self.close_callbacks(exc)
        if self._channel:
            self._channel.channel.on_return_callbacks.discard(self._on_return)
        return exc

    async def _set_closed_callback(self, _, exc):
        _end(self._closed)

    def _on_return(self, message):
        self.return_callbacks(IncomingMessage(message, no_ack=True))

    def __del__(self):
        with suppress(AttributeError, RuntimeError):
            _end(self._closed)
        self._channel = None

    # --- exchanges and queues ---

    async def declare_exchange(self, name, type=ExchangeType.DIRECT, *, durable=False, auto_delete=False, internal=False, passive=False,
                               arguments=None, timeout=None):
        exchange = self.EXCHANGE_CLASS(channel=self, name=name, type=type, durable=durable, auto_delete=auto_delete, internal=internal,
                                       passive=passive, arguments=arguments)
        await exchange.declare(timeout=timeout)
        log.debug('Exchange declared %r', exchange)
        return exchange

    async def get_exchange(self, name, *, ensure=True):
        if ensure:
            return await self.declare_exchange(name=name, passive=True)
        return self.EXCHANGE_CLASS(channel=self, name=name, passive=True)

    async def declare_queue(self, name=None, *, durable=False, exclusive=False, passive=False, auto_delete=False, arguments=None,
                            timeout=None):
        queue = self.QUEUE_CLASS(channel=self, name=name, durable=durable, exclusive=exclusive, auto_delete=auto_delete,
                                 arguments=arguments, passive=passive)
        await queue.declare(timeout=timeout)
        self.close_callbacks.add(queue.close_callbacks, weak=True)
        return queue

    async def get_queue(self, name, *, ensure=True):
        if ensure:
            return await self.declare_queue(name=name, passive=True)
        return self.QUEUE_CLASS(channel=self, name=name, durable=False, exclusive=False, auto_delete=False, arguments=None, passive=True)

    async def set_qos(self, prefetch_count=0, prefetch_size=0, global_=False, timeout=None, all_channels=None):
        if all_channels is not None:
            warnings.warn('Use "global_" instead of "all_channels"', DeprecationWarning)
            global_ = all_channels
        channel = await self.get_underlay_channel()
        return await channel.basic_qos(prefetch_count=prefetch_count, prefetch_size=prefetch_size, global_=global_, timeout=timeout)

    async def queue_delete(self, queue_name, timeout=None, if_unused=False, if_empty=False, nowait=False):
        channel = await self.get_underlay_channel()
        return await channel.queue_delete(queue=queue_name, if_unused=if_unused, if_empty=if_empty, nowait=nowait, timeout=timeout)

    async def exchange_delete(self, exchange_name, timeout=None, if_unused=False, nowait=False):
        channel = await self.get_underlay_channel()
        return await channel.exchange_delete(exchange=exchange_name, if_unused=if_unused, nowait=nowait, timeout=timeout)

    def transaction(self):
        if self.publisher_confirms:
            raise RuntimeError('Cannot create transaction when publisher confirms are enabled')
        return Transaction(self)

    async def flow(self, active=True):
        channel = await self.get_underlay_channel()
        return await channel.flow(active=active)
