"""What the parts of the library are like, names of types, and how connections and channels rest on aiormq's."""
import asyncio
import dataclasses
from abc import ABC, abstractmethod, update_abstractmethods
from collections.abc import AsyncIterable
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from enum import Enum, IntEnum, unique
from functools import singledispatch
from typing import Any, Awaitable, Callable, Dict, Optional, TypedDict, TypeVar, Union

import aiormq.abc
from aiormq.abc import ExceptionType
from aio_pika.pool import PoolInstance
from aio_pika.tools import CallbackCollection, CallbackSetType, CallbackType, OneShotCallback
from pamqp.common import Arguments, FieldValue

TimeoutType = Optional[Union[int, float]]
PublishResultType = aiormq.spec.Basic.Ack | aiormq.abc.DeliveredMessage
NoneType = type(None)
DateType = Optional[Union[int, datetime, float, timedelta]]
ExchangeParamType = Union['AbstractExchange', str]
ConsumerTag = str
HeadersType = Dict[str, FieldValue]
MILLISECONDS = 1000


class SSLOptions(TypedDict, total=False):
    cafile: str
    capath: str
    cadata: str
    keyfile: str
    certfile: str
    no_verify_ssl: int


@unique
class ExchangeType(str, Enum):
    FANOUT = 'fanout'
    DIRECT = 'direct'
    TOPIC = 'topic'
    HEADERS = 'headers'
    X_DELAYED_MESSAGE = 'x-delayed-message'
    X_CONSISTENT_HASH = 'x-consistent-hash'
    X_MODULUS_HASH = 'x-modulus-hash'


@unique
class DeliveryMode(IntEnum):
    NOT_PERSISTENT = 1
    PERSISTENT = 2


@unique
class TransactionState(str, Enum):
    CREATED = 'created'
    COMMITED = 'commited'
    ROLLED_BACK = 'rolled back'
    STARTED = 'started'


@dataclasses.dataclass(frozen=True)
class DeclarationResult:
    message_count: int
    consumer_count: int


class MessageInfo(TypedDict, total=False):
    app_id: Optional[str]
    body_size: int
    cluster_id: Optional[str]
    consumer_tag: Optional[str]
    content_encoding: Optional[str]
    content_type: Optional[str]
    correlation_id: Optional[str]
    delivery_mode: DeliveryMode
    delivery_tag: Optional[int]
    exchange: Optional[str]
    expiration: Optional[DateType]
    headers: HeadersType
    message_id: Optional[str]
    priority: Optional[int]
    redelivered: Optional[bool]
    routing_key: Optional[str]
    reply_to: Optional[str]
    timestamp: Optional[datetime]
    type: str
    user_id: Optional[str]


def _asks_for(names):
    """The class is abstract: who inherits from it has these methods."""
    def decorate(cls):
        for name in names.split():
            def method(self, *args, **kwargs):
                raise NotImplementedError
            method.__name__, method.__qualname__ = name, f'{cls.__qualname__}.{name}'
            setattr(cls, name, abstractmethod(method))
        return update_abstractmethods(cls)
    return decorate


class AbstractTransaction:
    pass


@_asks_for('info locked properties __iter__ lock')
class AbstractMessage(ABC):
    __slots__ = ()


@_asks_for('channel process ack reject nack processed')
class AbstractIncomingMessage(AbstractMessage, ABC):
    __slots__ = ()


@_asks_for('__aenter__ __aexit__')
class AbstractProcessContext(AbstractAsyncContextManager):
    pass


class AbstractQueue:
    __slots__ = ()


@_asks_for('close on_message consume __aiter__ __aenter__ __aexit__ __anext__')
class AbstractQueueIterator(AsyncIterable):
    pass


@_asks_for('declare bind unbind publish delete')
class AbstractExchange(ABC):
    pass


@_asks_for('is_initialized is_closed close closed get_underlay_channel number __aenter__ __aexit__ initialize reopen declare_exchange '
           'get_exchange declare_queue get_queue set_qos queue_delete exchange_delete transaction flow __await__')
class AbstractChannel(PoolInstance, ABC):
    pass


@_asks_for('is_closed close_called close closed connect channel ready __aenter__ __aexit__ update_secret')
class AbstractConnection(PoolInstance, ABC):
    pass


class AbstractRobustQueue(AbstractQueue):
    __slots__ = ()


@_asks_for('restore')
class AbstractRobustExchange(AbstractExchange):
    pass


@_asks_for('restore ready')
class AbstractRobustChannel(AbstractChannel):
    pass


@_asks_for('reconnecting reconnect')
class AbstractRobustConnection(AbstractConnection):
    pass


class _Underlay:
    """An object of aiormq's, and what is called once when it is closed."""

    def __init__(self, lower, close_callback):
        self._lower, self.close_callback = lower, close_callback


class UnderlayChannel(_Underlay):
    @property
    def channel(self):
        return self._lower

    @classmethod
    async def create(cls, connection, close_callback, **kwargs):
        close_callback = OneShotCallback(close_callback)
        await connection.ready()
        connection.closing.add_done_callback(close_callback)
        channel = await connection.channel(**kwargs)
        channel.closing.add_done_callback(close_callback)
        return cls(channel, close_callback)

    async def close(self, exc=None):
        if not self.close_callback.finished.is_set():
            await self.channel.close(exc)
            await self.close_callback.wait()


class UnderlayConnection(_Underlay):
    @property
    def connection(self):
        return self._lower

    @classmethod
    async def make_connection(cls, url, timeout=None, **kwargs):
        connection = await asyncio.wait_for(aiormq.connect(url, **kwargs), timeout=timeout)
        await connection.ready()
        return connection

    @classmethod
    async def connect(cls, url, close_callback, timeout=None, **kwargs):
        try:
            connection = await cls.make_connection(url, timeout=timeout, **kwargs)
            close_callback = OneShotCallback(close_callback)
            connection.closing.add_done_callback(close_callback)
        except Exception as error:
            closing = asyncio.get_event_loop().create_future()
            closing.set_exception(error)
            await close_callback(closing)
            raise
        await connection.ready()
        return cls(connection, close_callback)

    def ready(self):
        return self.connection.ready()

    async def close(self, exc):
        if self.close_callback.finished.is_set():
            return None
        try:
            return await self.connection.close(exc)
        finally:
            await self.close_callback.wait()


@dataclasses.dataclass
class ConnectionParameter:
    name: str
    parser: Callable[[str], Any]
    default: Optional[str] = None
    is_kwarg: bool = False

    def parse(self, value):
        if value is None:
            return self.default
        try:
            return self.parser(value)
        except ValueError:
            return self.default


ChannelCloseCallback = Callable[[Optional[AbstractChannel], Optional[BaseException]], Any]
ConnectionCloseCallback = Callable[[Optional[AbstractConnection], Optional[BaseException]], Any]
ConnectionType = TypeVar('ConnectionType', bound=AbstractConnection)


@singledispatch
def get_exchange_name(value):
    raise ValueError(f'exchange argument must be an exchange instance or str not {value!r}')


@get_exchange_name.register(AbstractExchange)
def _name_of_exchange(value):
    return value.name


@get_exchange_name.register(str)
def _name_of_text(value):
    return value
