"""Streams of objects in memory: many senders, many receivers, one buffer."""
import types
import warnings
from collections import OrderedDict, deque, namedtuple
from anyio import _seam
from anyio._errors import BrokenResourceError, ClosedResourceError, EndOfStream, WouldBlock
from anyio._sync import Event
from anyio.abc import ObjectReceiveStream, ObjectSendStream

MemoryObjectStreamStatistics = namedtuple(
    'MemoryObjectStreamStatistics',
    'current_buffer_used max_buffer_size open_send_streams open_receive_streams tasks_waiting_send tasks_waiting_receive')


class _State:
    def __init__(self, size):
        self.max_buffer_size, self.buffer = size, deque()
        self.open_send_channels = self.open_receive_channels = 0
        self.waiting_receivers, self.waiting_senders = OrderedDict(), OrderedDict()

    def __repr__(self):
        return f'_MemoryObjectStreamState({", ".join(f"{name}={value!r}" for name, value in vars(self).items())})'


class _End:
    """What both ends do; `_mine` are the events for which tasks wait here."""

    def __init__(self, state):
        self._state, self._closed, self._mine = state, False, {}
        self._count(1)

    def __repr__(self):
        return f'{type(self).__name__}(_state={self._state!r}, _closed={self._closed}, _waiters={set(self._mine) or None})'

    def __enter__(self):
        return self

    def __exit__(self, kind, exc, tb):
        self.close()

    def clone(self):
        if self._closed:
            raise ClosedResourceError
        return type(self)(self._state)

    def close(self):
        if not self._closed:
            self._closed = True
            self._count(-1)
            for event in self._mine:
                if self._waiting().pop(event, None) is not None:
                    self._mine[event] = True
                event.set()

    async def aclose(self):
        self.close()

    def statistics(self):
        state = self._state
        return MemoryObjectStreamStatistics(len(state.buffer), state.max_buffer_size, state.open_send_channels, state.open_receive_channels,
                                            len(state.waiting_senders), len(state.waiting_receivers))

    def __del__(self):
        if not self._closed:
            warnings.warn(f'Unclosed <{type(self).__name__} at {id(self):x}>', ResourceWarning, stacklevel=1, source=self)


class MemoryObjectReceiveStream(_End, ObjectReceiveStream):
    __class_getitem__ = classmethod(types.GenericAlias)

    def _waiting(self):
        return self._state.waiting_receivers

    def _count(self, change):
        state = self._state
        state.open_receive_channels += change
        if not state.open_receive_channels:
            for event in list(state.waiting_senders):
                event.set()

    def receive_nowait(self):
        state = self._state
        if self._closed:
            raise ClosedResourceError
        if state.waiting_senders:
            event, (item,) = state.waiting_senders.popitem(last=False)
            state.buffer.append(item)
            event.set()
        if state.buffer:
            return state.buffer.popleft()
        raise WouldBlock if state.open_send_channels else EndOfStream

    async def receive(self):
        await _seam.backend().checkpoint()
        try:
            return self.receive_nowait()
        except WouldBlock:
            pass
        event, got = Event(), []
        self._mine[event] = False
        self._waiting()[event] = got, _seam.backend().current_task()
        try:
            await event.wait()
        finally:
            self._waiting().pop(event, None)
            del self._mine[event]
        if got:
            return got[0]
        raise ClosedResourceError if self._closed else EndOfStream


class MemoryObjectSendStream(_End, ObjectSendStream):
    __class_getitem__ = classmethod(types.GenericAlias)

    def _waiting(self):
        return self._state.waiting_senders

    def _count(self, change):
        state = self._state
        state.open_send_channels += change
        if not state.open_send_channels:
            events = list(state.waiting_receivers)
            state.waiting_receivers.clear()
            for event in events:
                event.set()

    def send_nowait(self, item):
        state = self._state
        if self._closed:
            raise ClosedResourceError
        if not state.open_receive_channels:
            raise BrokenResourceError
        while state.waiting_receivers:
            event, (got, task) = state.waiting_receivers.popitem(last=False)
            if not task.has_pending_cancellation():
                got.append(item)
                event.set()
                return
        if len(state.buffer) >= state.max_buffer_size:
            raise WouldBlock
        state.buffer.append(item)

    async def send(self, item):
        await _seam.backend().checkpoint()
        try:
            self.send_nowait(item)
            return
        except WouldBlock:
            pass
        event = Event()
        self._mine[event] = False
        self._waiting()[event] = (item,)
        try:
            await event.wait()
        finally:
            left = self._waiting().pop(event, None) is not None
            withdrawn = self._mine.pop(event)
        if left:
            raise BrokenResourceError
        if withdrawn:
            raise ClosedResourceError


MemoryObjectStreamStatistics.__module__ = 'anyio.streams.memory'
