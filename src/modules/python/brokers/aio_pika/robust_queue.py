"""Queues that are declared, bound and consumed again after a connection has been lost."""
import asyncio
import uuid
from contextlib import suppress

from aio_pika.abc import AbstractRobustQueue, get_exchange_name
from aio_pika.log import get_logger
from aio_pika.queue import Queue, QueueIterator
from aio_pika.robust_exchange import _warn_of, forget_binding
from aio_pika.tools import _end
from aiormq import ChannelInvalidStateError

log = get_logger(__name__)


class RobustQueue(Queue, AbstractRobustQueue):
    """`_consumers`: what `consume` was given, by tag; `_bindings`: by exchange and key."""

    def __init__(self, channel, name, durable=False, exclusive=False, auto_delete=False, arguments=None, passive=False):
        super().__init__(channel, name or f'amq_{uuid.uuid4().hex}', durable, exclusive, auto_delete, arguments, passive)
        self._consumers, self._bindings = {}, {}

    async def restore(self, channel=None):
        _warn_of(channel)
        await self.declare()
        bindings, consumers = tuple(self._bindings.items()), tuple(self._consumers.items())
        for place, given in bindings:
            await self.bind(*place, **given)
        for tag, given in consumers:
            await self.consume(consumer_tag=tag, **given)

    async def _declare_on(self, channel):
        """Has it on another channel, which may fail."""
        await channel.queue_declare(queue=self.name, durable=self.durable, exclusive=self.exclusive, auto_delete=self.auto_delete,
                                    arguments=self.arguments, passive=self.passive, timeout=5)
        for (exchange, routing_key), kwargs in tuple(self._bindings.items()):
            await channel.queue_bind(queue=self.name, exchange=get_exchange_name(exchange), routing_key=routing_key, timeout=5, **kwargs)

    async def delete(self, *, if_unused=True, if_empty=True, timeout=None):
        self._consumers.clear()
        return await self.channel.queue_delete(self.name, if_unused=if_unused, if_empty=if_empty, timeout=timeout)

    async def bind(self, exchange, routing_key=None, *, arguments=None, timeout=None, robust=True):
        routing_key = self.name if routing_key is None else routing_key
        result = await super().bind(exchange=exchange, routing_key=routing_key, arguments=arguments, timeout=timeout)
        if robust:
            self._bindings[(exchange, routing_key)] = {'arguments': arguments}
        return result

    async def unbind(self, exchange, routing_key=None, arguments=None, timeout=None):
        routing_key = self.name if routing_key is None else routing_key
        result = await super().unbind(exchange, routing_key, arguments, timeout)
        forget_binding(self._bindings, exchange, routing_key)
        return result

    async def consume(self, callback, no_ack=False, exclusive=False, arguments=None, consumer_tag=None, timeout=None, robust=True):
        kwargs = {'callback': callback, 'no_ack': no_ack, 'exclusive': exclusive, 'arguments': arguments}
        consumer_tag = await super().consume(consumer_tag=consumer_tag, timeout=timeout, **kwargs)
        if robust:
            self._consumers[consumer_tag] = kwargs
        return consumer_tag

    async def cancel(self, consumer_tag, timeout=None, nowait=False):
        self._consumers.pop(consumer_tag, None)
        return await super().cancel(consumer_tag, timeout, nowait)

    def iterator(self, **kwargs):
        return RobustQueueIterator(self, **kwargs)


class RobustQueueIterator(QueueIterator):
    """Goes on when its channel is open again; only closing the connection ends it."""
    RETRY_DELAY = 0.5

    def __init__(self, queue, **kwargs):
        super().__init__(queue, **kwargs)
        queue.close_callbacks.discard(self._set_closed)
        connection = getattr(queue.channel, '_connection', None)
        if connection is not None:
            self._wake_up_on(connection.closed(), self._on_connection_closed)

    def _on_connection_closed(self, _):
        _end(self._closed)
        self._message_or_closed.set()

    async def consume(self):
        ready = getattr(self._amqp_queue.channel, 'ready', None)
        while True:
            with suppress(ChannelInvalidStateError):
                if ready is not None:
                    await ready()
                return await super().consume()
            log.debug('Channel invalid state in %r, waiting for restoration', self)
            await asyncio.sleep(self.RETRY_DELAY)

    async def __anext__(self):
        while not await self._has_message():
            channel = self._amqp_queue.channel
            connection = getattr(channel, '_connection', None)
            if not hasattr(channel, 'ready') or connection is None or connection.is_closed or connection.close_called:
                raise StopAsyncIteration
            log.debug('%r queue empty during channel restoration, waiting for reconnection', self)
            self._message_or_closed.clear()
            try:
                await asyncio.wait_for(channel.ready(), timeout=60.0)
            except asyncio.TimeoutError:
                log.error('%r timeout waiting for channel reconnection', self)
                raise StopAsyncIteration
        return self._taken()
