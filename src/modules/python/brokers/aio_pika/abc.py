"""What the parts of the library are like, names of types, and how connections and channels rest on aiormq's."""
import asyncio
from abc import ABC, abstractmethod, update_abstractmethods
from collections.abc import AsyncIterable
from contextlib import AbstractAsyncContextManager, suppress
from dataclasses import dataclass, make_dataclass
from datetime import datetime, timedelta
from enum import Enum, IntEnum
from functools import singledispatch
from typing import Any, Awaitable, Callable, Dict, Optional, TypedDict, TypeVar, Union

import aiormq.abc
from aiormq.abc import ExceptionType
from aio_pika.pool import PoolInstance
from aio_pika.tools import CallbackCollection, CallbackSetType, CallbackType, OneShotCallback
from pamqp.common import Arguments, FieldValue

MILLISECONDS, NoneType, ConsumerTag, HeadersType = 1000, type(None), str, Dict[str, FieldValue]
DateType, TimeoutType = Union[int, datetime, float, timedelta, None], Union[int, float, None]
ExchangeParamType, PublishResultType = Union['AbstractExchange', str], aiormq.spec.Basic.Ack | aiormq.abc.DeliveredMessage


class ExchangeType(str, Enum):
    FANOUT, DIRECT, TOPIC, HEADERS = 'fanout', 'direct', 'topic', 'headers'
    X_DELAYED_MESSAGE, X_CONSISTENT_HASH, X_MODULUS_HASH = 'x-delayed-message', 'x-consistent-hash', 'x-modulus-hash'


class DeliveryMode(IntEnum):
    NOT_PERSISTENT, PERSISTENT = 1, 2


class TransactionState(str, Enum):
    CREATED, COMMITED, ROLLED_BACK, STARTED = 'created', 'commited', 'rolled back', 'started'


def _fields(names, kind, **others):
    """The kinds of fields: one for all but some of them."""
    return {**dict.fromkeys(names.split(), kind), **others}


DeclarationResult = make_dataclass('DeclarationResult', _fields('message_count consumer_count', int).items(), frozen=True, module=__name__)
SSLOptions = TypedDict('SSLOptions', _fields('cafile capath cadata keyfile certfile', str, no_verify_ssl=int), total=False)
MessageInfo = TypedDict('MessageInfo', _fields(
    'app_id body_size cluster_id consumer_tag content_encoding content_type correlation_id delivery_mode delivery_tag exchange expiration '
    'headers message_id priority redelivered routing_key reply_to timestamp type user_id', Optional[str],
    body_size=int, delivery_mode=DeliveryMode, delivery_tag=Optional[int], expiration=DateType, headers=HeadersType,
    priority=Optional[int], redelivered=Optional[bool], timestamp=Optional[datetime], type=str), total=False)


@dataclass
class ConnectionParameter:
    name: str
    parser: Callable[[str], Any]
    default: Optional[str] = None
    is_kwarg: bool = False

    def parse(self, value):
        with suppress(ValueError):
            if value is not None:
                return self.parser(value)
        return self.default


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

    @classmethod
    def _watching(cls, lower, once):
        lower.closing.add_done_callback(once)
        return cls(lower, once)


class UnderlayChannel(_Underlay):
    @property
    def channel(self):
        return self._lower

    @classmethod
    async def create(cls, connection, close_callback, **kwargs):
        once = OneShotCallback(close_callback)
        await connection.ready()
        connection.closing.add_done_callback(once)
        return cls._watching(await connection.channel(**kwargs), once)

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
            opened = cls._watching(await cls.make_connection(url, timeout=timeout, **kwargs), OneShotCallback(close_callback))
        except Exception as error:
            closing = asyncio.get_event_loop().create_future()
            closing.set_exception(error)
            await close_callback(closing)
            raise
        await opened.ready()
        return opened

    def ready(self):
        return self.connection.ready()

    async def close(self, exc):
        once = self.close_callback
        try:
            return None if once.finished.is_set() else await self.connection.close(exc)
        finally:
            await once.wait()


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
