"""What streams, listeners and groups have."""
from abc import ABC, abstractmethod
from typing import Generic, TypeVar
from anyio._tasks import CancelScope, TaskGroup
from anyio._typedattr import TypedAttributeProvider

T = TypeVar('T')


class TaskStatus(Generic[T]):
    def started(self, value=None): ...


class AsyncResource(ABC):
    __slots__ = ('__weakref__',)

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, exc, tb):
        await self.aclose()

    @abstractmethod
    async def aclose(self): ...


class UnreliableObjectReceiveStream(AsyncResource, TypedAttributeProvider, Generic[T]):
    __slots__ = ()

    def __aiter__(self):
        return self

    async def __anext__(self):
        from anyio._errors import EndOfStream
        try:
            return await self.receive()
        except EndOfStream:
            raise StopAsyncIteration from None

    async def receive(self): ...


class UnreliableObjectSendStream(AsyncResource, TypedAttributeProvider, Generic[T]):
    __slots__ = ()

    async def send(self, item): ...


class UnreliableObjectStream(UnreliableObjectReceiveStream[T], UnreliableObjectSendStream[T]):
    __slots__ = ()


class ObjectReceiveStream(UnreliableObjectReceiveStream[T]):
    __slots__ = ()


class ObjectSendStream(UnreliableObjectSendStream[T]):
    __slots__ = ()


class ObjectStream(ObjectReceiveStream[T], ObjectSendStream[T], UnreliableObjectStream[T]):
    __slots__ = ()

    async def send_eof(self): ...


class ByteReceiveStream(UnreliableObjectReceiveStream):
    __slots__ = ()

    async def receive(self, max_bytes=65536): ...


class ByteSendStream(UnreliableObjectSendStream):
    __slots__ = ()


class ByteStream(ByteReceiveStream, ByteSendStream):
    __slots__ = ()

    async def send_eof(self): ...


class SocketStream(ByteStream):
    __slots__ = ()


class Listener(AsyncResource, TypedAttributeProvider, Generic[T]):
    __slots__ = ()

    async def serve(self, handler, task_group=None): ...


class SocketListener(Listener):
    __slots__ = ()


class Process(AsyncResource):
    __slots__ = ()


UNIXSocketStream = SocketStream
AnyByteReceiveStream = AnyByteSendStream = AnyByteStream = ByteStream
from anyio._net import SocketAttribute
from anyio.from_thread import BlockingPortal
