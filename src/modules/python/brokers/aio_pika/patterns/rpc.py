"""Calls of functions that are registered elsewhere: a message asks, another one answers."""
import asyncio
import json
import logging
import time
import uuid
from enum import Enum
from functools import partial

from aio_pika.abc import DeliveryMode
from aio_pika.exceptions import MessageProcessError
from aio_pika.exchange import ExchangeType
from aio_pika.message import Message
from aio_pika.patterns.base import Base, Proxy
from aio_pika.tools import ensure_awaitable

log = logging.getLogger(__name__)


class RPCException(RuntimeError):
    pass


class RPCMessageType(str, Enum):
    ERROR = 'error'
    RESULT = 'result'
    CALL = 'call'


RPCMessageTypes = RPCMessageType


class RPC(Base):
    """`futures`: of calls, by correlation id; `routes`: functions by routing key. What is not answered in time comes
    back as a dead letter."""
    __slots__ = ('channel', 'loop', 'proxy', 'futures', 'result_queue', 'result_consumer_tag', 'routes', 'queues', 'consumer_tags',
                 'dlx_exchange', 'rpc_exchange', 'host_exceptions')
    DLX_NAME, DELIVERY_MODE = 'rpc.dlx', DeliveryMode.NOT_PERSISTENT

    def __init__(self, channel, host_exceptions=False):
        self.channel, self.loop, self.proxy, self.host_exceptions = channel, asyncio.get_event_loop(), Proxy(self.call), host_exceptions
        self.futures, self.routes, self.queues, self.consumer_tags = {}, {}, {}, {}

    @classmethod
    async def create(cls, channel, *, host_exceptions=None, **kwargs):
        rpc = cls(channel)
        if host_exceptions is not None:
            rpc.host_exceptions = host_exceptions
        await rpc.initialize(**kwargs)
        return rpc

    def create_future(self):
        future, correlation_id = self.loop.create_future(), str(uuid.uuid4())
        self.futures[correlation_id] = future
        future.add_done_callback(lambda _: self.futures.pop(correlation_id, None))
        return future, correlation_id

    def _format_routing_key(self, method_name):
        return f'{self.rpc_exchange.name}::{method_name}' if self.rpc_exchange else method_name

    def _binding(self):
        return {'From': self.result_queue.name, 'x-match': 'any'}

    async def initialize(self, auto_delete=True, durable=False, exchange='', **kwargs):
        if hasattr(self, 'result_queue'):
            return
        self.rpc_exchange = None
        if exchange:
            self.rpc_exchange = await self.channel.declare_exchange(exchange, type=ExchangeType.DIRECT, auto_delete=True, durable=durable)
        self.result_queue = await self.channel.declare_queue(None, auto_delete=auto_delete, durable=durable, **kwargs)
        self.dlx_exchange = await self.channel.declare_exchange(self.DLX_NAME, type=ExchangeType.HEADERS, auto_delete=True)
        await self.result_queue.bind(self.dlx_exchange, '', arguments=self._binding())
        self.result_consumer_tag = await self.result_queue.consume(self.on_result_message, exclusive=True, no_ack=True)
        self.channel.close_callbacks.add(self.on_close)
        self.channel.return_callbacks.add(self.on_message_returned)

    async def close(self):
        if not hasattr(self, 'result_queue'):
            log.warning('RPC already closed')
            return
        await self.result_queue.cancel(self.result_consumer_tag)
        del self.result_consumer_tag
        await self.result_queue.unbind(self.dlx_exchange, '', arguments=self._binding())
        for future in list(self.futures.values()):
            if not future.done():
                future.set_exception(asyncio.CancelledError)
        await self.result_queue.delete()
        del self.result_queue, self.dlx_exchange
        if self.rpc_exchange:
            del self.rpc_exchange

    # --- answers ---

    def on_close(self, channel, exc=None):
        for future in list(self.futures.values()):
            if not future.done():
                future.set_exception(exc or Exception)

    def on_message_returned(self, channel, message):
        if message.correlation_id is None:
            log.warning('Message without correlation_id was returned: %r', message)
            return
        future = self.futures.pop(message.correlation_id, None)
        if not future or future.done():
            log.warning('Unknown message was returned: %r', message)
            return
        future.set_exception(MessageProcessError('Message has been returned', message))

    async def on_result_message(self, message):
        if message.correlation_id is None:
            log.warning('Message without correlation_id was received: %r', message)
            return
        future = self.futures.pop(message.correlation_id, None)
        if future is None:
            log.warning('Unknown message: %r', message)
            return
        try:
            payload = await self.deserialize_message(message)
        except Exception as error:
            log.error('Failed to deserialize response on message: %r', message)
            future.set_exception(error)
            return
        if message.type == 'result':
            future.set_result(payload)
        elif message.type == 'error':
            if not isinstance(payload, Exception):
                payload = RPCException('Wrapped non-exception object', payload)
            future.set_exception(payload)
        elif message.type == 'call':
            future.set_exception(asyncio.TimeoutError('Message timed-out', message))
        else:
            future.set_exception(RuntimeError('Unknown message type %r' % message.type))

    # --- calls that have come ---

    async def on_call_message(self, method_name, message):
        routing_key = self._format_routing_key(method_name)
        if routing_key not in self.routes:
            log.warning('Method %r not registered in %r', method_name, self)
            return
        try:
            payload = await self.deserialize_message(message)
            result, kind = await self.execute(self.routes[routing_key], payload), RPCMessageType.RESULT
        except Exception as error:
            result, kind = self.serialize_exception(error), RPCMessageType.ERROR
            if self.host_exceptions is True:
                log.exception(error)
        if not message.reply_to:
            log.info('RPC message without "reply_to" header %r call result will be lost', message)
            await message.ack()
            return
        given = {'correlation_id': message.correlation_id, 'delivery_mode': message.delivery_mode}
        try:
            answer = await self.serialize_message(payload=result, message_type=kind, **given)
        except Exception as error:
            answer = await self.serialize_message(payload=error, message_type=RPCMessageType.ERROR, **given)
        try:
            await self.channel.default_exchange.publish(answer, message.reply_to, mandatory=False)
        except Exception as error:
            log.error('Failed to send reply %r due to %s: %s', answer, type(error).__name__, error)
            await message.reject(requeue=False)
            return
        await message.ack()

    def serialize_exception(self, exception):
        return exception

    async def execute(self, func, payload):
        return await func(**payload)

    async def deserialize_message(self, message):
        return self.deserialize(message.body)

    async def serialize_message(self, payload, message_type, correlation_id, delivery_mode, **kwargs):
        return Message(self.serialize(payload), content_type=self.CONTENT_TYPE, correlation_id=correlation_id,
                       delivery_mode=delivery_mode, timestamp=time.time(), type=message_type.value, **kwargs)

    # --- what programs ask for ---

    async def call(self, method_name, kwargs=None, *, expiration=None, priority=5, delivery_mode=DELIVERY_MODE):
        """What the function returns, or what it raises; TimeoutError where nobody has taken the call before it expired."""
        future, correlation_id = self.create_future()
        try:
            message = await self.serialize_message(
                payload=kwargs or {}, message_type=RPCMessageType.CALL, correlation_id=correlation_id, delivery_mode=delivery_mode,
                reply_to=self.result_queue.name, headers={'From': self.result_queue.name}, priority=priority)
            if expiration is not None:
                message.expiration = expiration
            exchange = self.rpc_exchange or self.channel.default_exchange
            await exchange.publish(message, routing_key=self._format_routing_key(method_name), mandatory=True)
            return await future
        finally:
            if not future.done():
                future.cancel()
            elif not future.cancelled():
                future.exception()

    async def register(self, method_name, func, **kwargs):
        """Has a function called with what comes in the queue of that name."""
        arguments = kwargs.pop('arguments', {})
        arguments.update({'x-dead-letter-exchange': self.DLX_NAME})
        func = ensure_awaitable(func)
        routing_key = self._format_routing_key(method_name)
        queue = await self.channel.declare_queue(routing_key, arguments=arguments, **kwargs)
        if self.rpc_exchange:
            await queue.bind(self.rpc_exchange, routing_key)
        if func in self.consumer_tags:
            raise RuntimeError('Function already registered')
        if routing_key in self.routes:
            raise RuntimeError('Method name already used for %r' % self.routes[routing_key])
        self.consumer_tags[func] = await queue.consume(partial(self.on_call_message, method_name))
        self.routes[routing_key], self.queues[func] = func, queue

    async def unregister(self, func):
        if func not in self.consumer_tags:
            return
        consumer_tag, queue = self.consumer_tags.pop(func), self.queues.pop(func)
        await queue.cancel(consumer_tag)
        self.routes.pop(queue.name)


class JsonRPCError(RuntimeError):
    pass


class JsonRPC(RPC):
    SERIALIZER, CONTENT_TYPE = json, 'application/json'

    def serialize(self, data):
        return self.SERIALIZER.dumps(data, ensure_ascii=False, default=repr).encode()

    def serialize_exception(self, exception):
        return {'error': {'type': type(exception).__name__, 'message': repr(exception), 'args': exception.args}}

    async def deserialize_message(self, message):
        payload = await super().deserialize_message(message)
        return JsonRPCError('RPC exception', payload) if message.type == RPCMessageType.ERROR else payload
