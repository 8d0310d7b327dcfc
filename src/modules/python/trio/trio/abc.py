"""What clocks, instruments, streams and channels have."""
from abc import ABC, abstractmethod
from typing import Generic, TypeVar
from trio._errors import public

T = TypeVar('T')


class Clock(ABC):
    __slots__ = ()

    @abstractmethod
    def start_clock(self): ...

    @abstractmethod
    def current_time(self): ...

    @abstractmethod
    def deadline_to_sleep_time(self, deadline): ...


class Instrument(ABC):
    __slots__ = ()

    def before_run(self): ...

    def after_run(self): ...

    def task_spawned(self, task): ...

    def task_scheduled(self, task): ...

    def before_task_step(self, task): ...

    def after_task_step(self, task): ...

    def task_exited(self, task): ...

    def before_io_wait(self, timeout): ...

    def after_io_wait(self, timeout): ...


class HostnameResolver(ABC):
    __slots__ = ()


class SocketFactory(ABC):
    __slots__ = ()


class AsyncResource(ABC):
    __slots__ = ()

    @abstractmethod
    async def aclose(self): ...

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, exc, tb):
        await self.aclose()


class SendStream(AsyncResource):
    __slots__ = ()

    @abstractmethod
    async def send_all(self, data): ...

    @abstractmethod
    async def wait_send_all_might_not_block(self): ...


class ReceiveStream(AsyncResource):
    __slots__ = ()

    @abstractmethod
    async def receive_some(self, max_bytes=None): ...

    def __aiter__(self):
        return self

    async def __anext__(self):
        data = await self.receive_some()
        if not data:
            raise StopAsyncIteration
        return data


class Stream(SendStream, ReceiveStream):
    __slots__ = ()


class HalfCloseableStream(Stream):
    __slots__ = ()

    @abstractmethod
    async def send_eof(self): ...


class Listener(AsyncResource, Generic[T]):
    __slots__ = ()

    @abstractmethod
    async def accept(self): ...


class SendChannel(AsyncResource, Generic[T]):
    __slots__ = ()

    @abstractmethod
    async def send(self, value): ...


class ReceiveChannel(AsyncResource, Generic[T]):
    __slots__ = ()

    @abstractmethod
    async def receive(self): ...

    def __aiter__(self):
        return self

    async def __anext__(self):
        from trio._errors import EndOfChannel
        try:
            return await self.receive()
        except EndOfChannel:
            raise StopAsyncIteration from None


class Channel(SendChannel[T], ReceiveChannel[T]):
    __slots__ = ()


public(Clock, Instrument, HostnameResolver, SocketFactory, AsyncResource, SendStream, ReceiveStream, Stream, HalfCloseableStream, Listener,
       SendChannel, ReceiveChannel, Channel, module='trio.abc')
