"""Calls of functions that are registered elsewhere: a message asks, another one answers."""
import asyncio
import json
import logging
from enum import Enum
from functools import partial
from time import time
from uuid import uuid4

from aio_pika.abc import DeliveryMode
from aio_pika.exceptions import MessageProcessError
from aio_pika.exchange import ExchangeType
from aio_pika.message import Message
from aio_pika.patterns.base import Base, Proxy
from aio_pika.tools import ensure_awaitable

log = logging.getLogger(__name__)


class RPCMessageType(str, Enum):
    ERROR, RESULT, CALL = 'error', 'result', 'call'


RPCMessageTypes = RPCMessageType


class RPCException(RuntimeError):
    pass


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
        rpc.host_exceptions = rpc.host_exceptions if host_exceptions is None else host_exceptions
        await rpc.initialize(**kwargs)
        return rpc

    def create_future(self):
        future, correlation_id = self.loop.create_future(), str(uuid4())
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
        self._fail_all(asyncio.CancelledError)
        await self.result_queue.delete()
        del self.result_queue, self.dlx_exchange
        if self.rpc_exchange:
            del self.rpc_exchange

    # --- answers ---

    def _fail_all(self, error):
        for future in [one for one in self.futures.values() if not one.done()]:
            future.set_exception(error)

    def on_close(self, channel, exc=None):
        self._fail_all(exc or Exception)

    def _future_of(self, message, of_nothing, of_unknown, may_be_done):
        """The future of the call that a message belongs to; where there is none, a warning says so."""
        future = None if message.correlation_id is None else self.futures.pop(message.correlation_id, None)
        if future is not None and (may_be_done or not future.done()):
            return future
        log.warning(of_nothing if message.correlation_id is None else of_unknown, message)

    def on_message_returned(self, channel, message):
        future = self._future_of(message, 'Message without correlation_id was returned: %r', 'Unknown message was returned: %r', False)
        if future is not None:
            future.set_exception(MessageProcessError('Message has been returned', message))

    async def on_result_message(self, message):
        future = self._future_of(message, 'Message without correlation_id was received: %r', 'Unknown message: %r', True)
        if future is None:
            return
        try:
            payload = await self.deserialize_message(message)
        except Exception as error:
            log.error('Failed to deserialize response on message: %r', message)
            return future.set_exception(error)
        if message.type == 'result':
            return future.set_result(payload)
        if message.type == 'error':
            error = payload if isinstance(payload, Exception) else RPCException('Wrapped non-exception object', payload)
        elif message.type == 'call':
            error = asyncio.TimeoutError('Message timed-out', message)
        else:
            error = RuntimeError('Unknown message type %r' % message.type)
        future.set_exception(error)

    # --- calls that have come ---

    async def on_call_message(self, method_name, message):
        key = self._format_routing_key(method_name)
        if key not in self.routes:
            return log.warning('Method %r not registered in %r', method_name, self)
        kind = RPCMessageType.RESULT
        try:
            given = await self.deserialize_message(message)
            result = await self.execute(self.routes[key], given)
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
                       delivery_mode=delivery_mode, timestamp=time(), type=message_type.value, **kwargs)

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
            future.cancel() or future.cancelled() or future.exception()

    async def register(self, method_name, func, **kwargs):
        """Has a function called with what comes in the queue of that name."""
        kwargs.setdefault('arguments', {}).update({'x-dead-letter-exchange': self.DLX_NAME})
        func, key = ensure_awaitable(func), self._format_routing_key(method_name)
        queue = await self.channel.declare_queue(key, **kwargs)
        if self.rpc_exchange:
            await queue.bind(self.rpc_exchange, key)
        if func in self.consumer_tags or key in self.routes:
            raise RuntimeError('Function already registered' if func in self.consumer_tags else
                               'Method name already used for %r' % self.routes[key])
        self.consumer_tags[func] = await queue.consume(partial(self.on_call_message, method_name))
        self.routes[key], self.queues[func] = func, queue

    async def unregister(self, func):
        if func in self.consumer_tags:
            tag, queue = self.consumer_tags.pop(func), self.queues.pop(func)
            await queue.cancel(tag)
            del self.routes[queue.name]


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
