"""Messages: those that are sent, those that have come, and what answers for these."""
import warnings
from datetime import datetime, timedelta, timezone
from typing import Any, Callable

import aiormq
from aio_pika.abc import (MILLISECONDS, AbstractChannel, AbstractIncomingMessage, AbstractMessage, AbstractProcessContext, DeliveryMode,
                          MessageInfo)
from aio_pika.exceptions import ChannelInvalidStateError, MessageProcessError
from aio_pika.log import get_logger

log = get_logger(__name__)


def to_milliseconds(seconds):
    return int(seconds * MILLISECONDS)


def encode_expiration(value):
    """Milliseconds as a text: of seconds, of a time span, or until a point in time."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return str(to_milliseconds((value - datetime.now(tz=value.tzinfo)).total_seconds()))
    if isinstance(value, timedelta):
        return str(int(value.total_seconds() * MILLISECONDS))
    if isinstance(value, (int, float)):
        return str(to_milliseconds(value))
    raise ValueError(f'Invalid timestamp type: {type(value)!r}', value)


def decode_expiration(value):
    if value is None:
        return None
    if isinstance(value, str):
        return float(value) / MILLISECONDS
    raise ValueError(f'Invalid expiration type: {type(value)!r}', value)


def encode_timestamp(value):
    """A point in time: of seconds since 1970, or so long from now."""
    if value is None or isinstance(value, datetime):
        return value
    if isinstance(value, timedelta):
        return datetime.now(tz=timezone.utc) + value
    if isinstance(value, (int, float)):
        return datetime.fromtimestamp(value, tz=timezone.utc)
    raise ValueError(f'Invalid timestamp type: {type(value)!r}', value)


def decode_timestamp(value):
    if value is None or isinstance(value, datetime):
        return value
    raise ValueError(f'Invalid timestamp type: {type(value)!r}', value)


def optional(value, func, default=None):
    return func(value) if value else default


_TEXTS = 'correlation_id', 'reply_to', 'message_id', 'type', 'user_id', 'app_id'
_COPIED = ('headers', 'content_encoding', 'content_type', 'delivery_mode', 'priority', 'correlation_id', 'reply_to', 'expiration',
           'message_id', 'timestamp', 'type', 'user_id', 'app_id')


class Message(AbstractMessage):
    """AMQP message abstraction"""
    __slots__ = ('app_id', 'body', 'body_size', 'content_encoding', 'content_type', 'correlation_id', 'delivery_mode', 'expiration',
                 '_headers', 'headers', 'message_id', 'priority', 'reply_to', 'timestamp', 'type', 'user_id', '__lock')

    def __init__(self, body, *, headers=None, content_type=None, content_encoding=None, delivery_mode=None, priority=None,
                 correlation_id=None, reply_to=None, expiration=None, message_id=None, timestamp=None, type=None, user_id=None,
                 app_id=None):
        self.__lock = False
        self.body = body if isinstance(body, bytes) else bytes(body)
        self.body_size, self.headers = len(self.body), headers or {}
        self.content_type, self.content_encoding, self.expiration = content_type, content_encoding, expiration
        self.delivery_mode = DeliveryMode(optional(delivery_mode, int, DeliveryMode.NOT_PERSISTENT))
        self.priority, self.timestamp = optional(priority, int, 0), encode_timestamp(timestamp)
        for name, value in zip(_TEXTS, (correlation_id, reply_to, message_id, type, user_id, app_id)):
            setattr(self, name, optional(value, str))

    @property
    def headers_raw(self):
        name = type(self).__name__
        warnings.warn(f'{name}.headers_raw deprecated, please use {name}.headers instead.', DeprecationWarning)
        return self.headers

    def info(self):
        return MessageInfo(
            app_id=self.app_id, body_size=self.body_size, cluster_id=None, consumer_tag=None, content_encoding=self.content_encoding,
            content_type=self.content_type, correlation_id=self.correlation_id, delivery_mode=self.delivery_mode, delivery_tag=None,
            exchange=None, expiration=self.expiration, headers=self.headers, message_id=self.message_id, priority=self.priority,
            redelivered=None, reply_to=self.reply_to, routing_key=None, timestamp=decode_timestamp(self.timestamp), type=str(self.type),
            user_id=self.user_id)

    @property
    def locked(self):
        return bool(self.__lock)

    @property
    def properties(self):
        return aiormq.spec.Basic.Properties(
            app_id=self.app_id, content_encoding=self.content_encoding, content_type=self.content_type, correlation_id=self.correlation_id,
            delivery_mode=self.delivery_mode, expiration=encode_expiration(self.expiration), headers=self.headers,
            message_id=self.message_id, message_type=self.type, priority=self.priority, reply_to=self.reply_to, timestamp=self.timestamp,
            user_id=self.user_id)

    def __repr__(self):
        from pprint import pformat
        return f'{type(self).__name__}:{pformat(self.info())}'

    def __setattr__(self, key, value):
        if not key.startswith('_') and self.locked:
            raise ValueError('Message is locked')
        super().__setattr__(key, value)

    def __iter__(self):
        return iter(self.body)

    def lock(self):
        self.__lock = True

    def __copy__(self):
        return Message(self.body, **{name: getattr(self, name) for name in _COPIED})


class IncomingMessage(Message, AbstractIncomingMessage):
    """A message that has come; who takes it with its answer outstanding answers once."""
    __slots__ = ('_loop', '__channel', 'cluster_id', 'consumer_tag', 'delivery_tag', 'exchange', 'routing_key', 'redelivered', '__no_ack',
                 '__processed', 'message_count')

    def __init__(self, message, no_ack=False):
        self.__channel, self.__no_ack, self.__processed = message.channel, no_ack, False
        given = message.header.properties
        kept = {name: getattr(given, name) for name in _COPIED if name not in ('type', 'expiration', 'timestamp')}
        super().__init__(message.body, type=given.message_type, expiration=decode_expiration(given.expiration),
                         timestamp=decode_timestamp(given.timestamp), **kept)
        self.cluster_id = given.cluster_id
        for name in ('consumer_tag', 'delivery_tag', 'exchange', 'message_count', 'redelivered', 'routing_key'):
            setattr(self, name, getattr(message, name))
        if no_ack or not self.delivery_tag:
            self.__settle()

    @property
    def channel(self):
        if self.__channel.is_closed:
            raise ChannelInvalidStateError
        return self.__channel

    def process(self, requeue=False, reject_on_redelivered=False, ignore_processed=False):
        """`async with message.process():` acknowledges the message at the end, or rejects it where an error came."""
        return ProcessContext(self, requeue=requeue, reject_on_redelivered=reject_on_redelivered, ignore_processed=ignore_processed)

    async def __answer(self, refusal, method, **kwargs):
        if self.__no_ack:
            raise TypeError(refusal)
        if self.__processed:
            raise MessageProcessError('Message already processed', self)
        if self.delivery_tag is not None:
            await getattr(self.channel, method)(delivery_tag=self.delivery_tag, **kwargs)
        self.__settle()

    def __settle(self):
        self.__processed = True
        if not self.locked:
            self.lock()

    async def ack(self, multiple=False):
        await self.__answer('Can\'t ack message with "no_ack" flag', 'basic_ack', multiple=multiple)

    async def reject(self, requeue=False):
        await self.__answer('This message has "no_ack" flag.', 'basic_reject', requeue=requeue)

    async def nack(self, multiple=False, requeue=True):
        if not self.channel.connection.basic_nack:
            raise RuntimeError('Method not supported on server')
        await self.__answer('Can\'t nack message with "no_ack" flag', 'basic_nack', multiple=multiple, requeue=requeue)

    def info(self):
        info = super().info()
        for name in ('cluster_id', 'consumer_tag', 'delivery_tag', 'exchange', 'redelivered', 'routing_key'):
            info[name] = getattr(self, name)
        return info

    @property
    def processed(self):
        return self.__processed


class ReturnedMessage(IncomingMessage):
    pass


class ProcessContext(AbstractProcessContext):
    def __init__(self, message, *, requeue, reject_on_redelivered, ignore_processed):
        self.message, self.requeue = message, requeue
        self.reject_on_redelivered, self.ignore_processed = reject_on_redelivered, ignore_processed

    async def __aenter__(self):
        return self.message

    async def __aexit__(self, exc_type, exc_val, exc_tb):
        if self.ignore_processed and self.message.processed:
            return
        if not exc_type:
            await self.message.ack()
            return
        again = self.requeue
        if self.reject_on_redelivered and self.message.redelivered:
            log.info('Message %r was redelivered and will be rejected', self.message)
            again = False
        try:
            await self.message.reject(requeue=again)
        except ChannelInvalidStateError:
            log.warning('Reject is not sent since channel is closed')


ReturnCallback = Callable[[AbstractChannel, ReturnedMessage], Any]
