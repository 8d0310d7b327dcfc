"""Tasks that workers take from queues."""
import asyncio
import functools
import gzip
import json
import logging
import types

from aio_pika.abc import DeliveryMode
from aio_pika.message import Message
from aio_pika.patterns.base import Base, Proxy
from aio_pika.tools import create_task, ensure_awaitable

log = logging.getLogger(__name__)


class MessageProcessingError(Exception):
    pass


class RejectMessage(MessageProcessingError):
    def __init__(self, requeue=False):
        self.requeue = requeue


class NackMessage(MessageProcessingError):
    def __init__(self, requeue=False):
        self.requeue = requeue


class Worker:
    __slots__ = 'queue', 'consumer_tag', 'loop'

    def __init__(self, queue, consumer_tag, loop):
        self.queue, self.consumer_tag, self.loop = queue, consumer_tag, loop

    def close(self):
        async def closer():
            await self.queue.cancel(self.consumer_tag)
        return create_task(closer)


class Master(Base):
    """`proxy.name(a=1)` is a task for the worker of that name."""
    __slots__ = 'channel', 'loop', 'proxy', '_requeue', '_reject_on_redelivered'
    DELIVERY_MODE = DeliveryMode.PERSISTENT

    def __init__(self, channel, requeue=True, reject_on_redelivered=False):
        self.channel, self.loop, self.proxy = channel, asyncio.get_event_loop(), Proxy(self.create_task)
        self.channel.return_callbacks.add(self.on_message_returned)
        self._requeue, self._reject_on_redelivered = requeue, reject_on_redelivered

    @property
    def exchange(self):
        return self.channel.default_exchange

    @staticmethod
    def on_message_returned(channel, message):
        log.warning('Message returned. Probably destination queue does not exists: %r', message)

    @classmethod
    async def execute(cls, func, kwargs):
        given = kwargs or {}
        if isinstance(given, dict):
            return await func(**given)
        logging.error('Bad kwargs %r received for the %r', given, func)
        raise RejectMessage(requeue=False)

    async def on_message(self, func, message):
        async with message.process(requeue=self._requeue, reject_on_redelivered=self._reject_on_redelivered, ignore_processed=True):
            try:
                await self.execute(func, self.deserialize(message.body))
            except (RejectMessage, NackMessage) as error:
                answer = message.reject if isinstance(error, RejectMessage) else message.nack
                await answer(requeue=error.requeue)

    async def create_queue(self, queue_name, **kwargs):
        return await self.channel.declare_queue(queue_name, **kwargs)

    async def create_worker(self, queue_name, func, **kwargs):
        queue = await self.create_queue(queue_name, **kwargs)
        consumer_tag = await queue.consume(functools.partial(self.on_message, ensure_awaitable(func)))
        return Worker(queue, consumer_tag, self.loop)

    async def create_task(self, channel_name, kwargs=types.MappingProxyType({}), **message_kwargs):
        message = Message(body=self.serialize(kwargs), content_type=self.CONTENT_TYPE, delivery_mode=self.DELIVERY_MODE, **message_kwargs)
        return await self.exchange.publish(message, channel_name, mandatory=True)


class JsonMaster(Master):
    SERIALIZER, CONTENT_TYPE = json, 'application/json'

    def serialize(self, data):
        return self.SERIALIZER.dumps(data, ensure_ascii=False).encode()


class CompressedJsonMaster(Master):
    SERIALIZER, CONTENT_TYPE, COMPRESS_LEVEL = json, 'application/json;compression=gzip', 6

    def serialize(self, data):
        return gzip.compress(self.SERIALIZER.dumps(data, ensure_ascii=False).encode(), compresslevel=self.COMPRESS_LEVEL)

    def deserialize(self, data):
        return self.SERIALIZER.loads(gzip.decompress(data))
