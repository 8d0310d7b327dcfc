"""What streams, listeners and groups have."""
from abc import ABCMeta, abstractmethod
from typing import Generic, TypeVar
from anyio._tasks import TaskGroup
from anyio._typedattr import TypedAttributeProvider

T = TypeVar('T')


class TaskStatus(Generic[T]):
    def started(self, value=None): ...


class AsyncResource(metaclass=ABCMeta):
    __slots__ = ('__weakref__',)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, exc, tb):
        await self.aclose()

    @abstractmethod
    async def aclose(self): ...


# What is received is gone through until the end of the stream.
def __aiter__(self):
    return self


async def __anext__(self):
    from anyio._errors import EndOfStream
    try:
        return await self.receive()
    except EndOfStream:
        raise StopAsyncIteration from None


class UnreliableObjectReceiveStream(AsyncResource, TypedAttributeProvider, Generic[T]):
    __slots__ = ()
    __aiter__, __anext__ = __aiter__, __anext__

    @abstractmethod
    async def receive(self): ...


class UnreliableObjectSendStream(AsyncResource, TypedAttributeProvider, Generic[T]):
    __slots__ = ()

    @abstractmethod
    async def send(self, item): ...


class UnreliableObjectStream(UnreliableObjectReceiveStream[T], UnreliableObjectSendStream[T]):
    __slots__ = ()


class ObjectReceiveStream(UnreliableObjectReceiveStream[T]):
    __slots__ = ()


class ObjectSendStream(UnreliableObjectSendStream[T]):
    __slots__ = ()


class ObjectStream(ObjectReceiveStream[T], ObjectSendStream[T], UnreliableObjectStream[T]):
    __slots__ = ()

    @abstractmethod
    async def send_eof(self): ...


class ByteReceiveStream(AsyncResource, TypedAttributeProvider):
    __slots__ = ()
    __aiter__, __anext__ = __aiter__, __anext__

    @abstractmethod
    async def receive(self, max_bytes=65536): ...


class ByteSendStream(AsyncResource, TypedAttributeProvider):
    __slots__ = ()

    @abstractmethod
    async def send(self, item): ...


class ByteStream(ByteReceiveStream, ByteSendStream):
    __slots__ = ()

    @abstractmethod
    async def send_eof(self): ...


class ObjectStreamConnectable(Generic[T], metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    async def connect(self): ...


class ByteStreamConnectable(metaclass=ABCMeta):
    __slots__ = ()

    @abstractmethod
    async def connect(self): ...


class SocketStream(ByteStream):
    __slots__ = ()


class UNIXSocketStream(SocketStream):
    __slots__ = ()


class UDPSocket(UnreliableObjectStream[tuple[bytes, tuple[str, int]]]):
    __slots__ = ()

    async def sendto(self, data, host, port):
        return await self.send((data, (host, port)))


class ConnectedUDPSocket(UnreliableObjectStream[bytes]):
    __slots__ = ()


class UNIXDatagramSocket(UnreliableObjectStream[tuple[bytes, str]]):
    __slots__ = ()

    async def sendto(self, data, path):
        return await self.send((data, path))


class ConnectedUNIXDatagramSocket(UnreliableObjectStream[bytes]):
    __slots__ = ()


class Listener(AsyncResource, TypedAttributeProvider, Generic[T]):
    __slots__ = ()

    @abstractmethod
    async def serve(self, handler, task_group=None): ...


class SocketListener(Listener[SocketStream]):
    __slots__ = ()

    @abstractmethod
    async def accept(self): ...

    async def serve(self, handler, task_group=None):
        from contextlib import nullcontext
        from anyio._tasks import create_task_group
        async with create_task_group() if task_group is None else nullcontext(task_group) as group:
            while True:
                group.start_soon(handler, await self.accept())


class Process(AsyncResource):
    __slots__ = ()


AnyUnreliableByteReceiveStream = UnreliableObjectReceiveStream[bytes] | ByteReceiveStream
AnyUnreliableByteSendStream = UnreliableObjectSendStream[bytes] | ByteSendStream
AnyUnreliableByteStream = UnreliableObjectStream[bytes] | ByteStream
AnyByteReceiveStream = ObjectReceiveStream[bytes] | ByteReceiveStream
AnyByteSendStream = ObjectSendStream[bytes] | ByteSendStream
AnyByteStream = ObjectStream[bytes] | ByteStream
AnyByteStreamConnectable = ObjectStreamConnectable[bytes] | ByteStreamConnectable
IPSockAddrType, UDPPacketType, UNIXDatagramPacketType = tuple[str, int], tuple[bytes, tuple[str, int]], tuple[bytes, str]
_MOVED = {**{name: f'anyio.{name}' for name in ('CapacityLimiter', 'Condition', 'Event', 'Lock', 'Semaphore', 'CancelScope')},
          'BlockingPortal': 'anyio.from_thread.BlockingPortal'}
from anyio._net import SocketAttribute


def __getattr__(name):
    """What is elsewhere now, and the addresses' type, for which `ipaddress` is read."""
    if name == 'IPAddressType':
        from ipaddress import IPv4Address, IPv6Address
        return str | IPv4Address | IPv6Address
    if name not in _MOVED:
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    import importlib
    import warnings
    warnings.warn(f'The anyio.abc.{name} alias is deprecated, use {_MOVED[name]} instead.', DeprecationWarning)
    module, _, name = _MOVED[name].rpartition('.')
    return getattr(importlib.import_module(module), name)
