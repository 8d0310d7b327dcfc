"""For tests: a clock that jumps, an order of steps, streams in memory."""
import contextlib as _contextlib
import functools as _functools
import math as _math
import time as _time
from collections import defaultdict as _defaultdict

from trio import _run, abc as _abc
from trio._errors import BusyResourceError as _Busy, BrokenResourceError as _Broken, Cancelled as _Cancelled
from trio._errors import ClosedResourceError as _Closed, WouldBlock as _WouldBlock, public as _public
from trio._sync import Event as _Event


class MockClock(_abc.Clock):
    """A clock that moves when it is told to, or when all tasks wait."""

    def __init__(self, rate=0.0, autojump_threshold=_math.inf):
        self._real, self._mock, self._rate, self._autojump_threshold = _time.perf_counter(), 0.0, 0.0, _math.inf
        self.rate, self.autojump_threshold = rate, autojump_threshold

    def __repr__(self):
        return f'<MockClock, time={self.current_time():.7f}, rate={self._rate} @ {id(self):#x}>'

    @property
    def rate(self):
        return self._rate

    @rate.setter
    def rate(self, rate):
        if rate < 0:
            raise ValueError('rate must be >= 0')
        self._mock, self._real = self.current_time(), _time.perf_counter()
        self._rate = float(rate)

    @property
    def autojump_threshold(self):
        return self._autojump_threshold

    @autojump_threshold.setter
    def autojump_threshold(self, threshold):
        self._autojump_threshold = float(threshold)

    def start_clock(self):
        pass

    def current_time(self):
        return self._mock + self._rate * (_time.perf_counter() - self._real)

    def deadline_to_sleep_time(self, deadline):
        left = deadline - self.current_time()
        return 0 if left <= 0 else left / self._rate if self._rate else 999999999

    def jump(self, seconds):
        if seconds < 0:
            raise ValueError("time can't go backwards")
        self._mock += seconds
        if _run.state.runner is not None:
            _run.state.runner.arm()


async def wait_all_tasks_blocked(cushion=0.0):
    task, runner = _run.current_task(), _run.state.runner
    entry = (cushion, task)
    runner.blocked.append(entry)

    def abort(raise_cancel):
        runner.blocked.remove(entry)
        return _run.Abort.SUCCEEDED

    await _run.wait_task_rescheduled(abort)


def active_thread_count():
    return _run.current_runner().threads


async def wait_all_threads_completed():
    from trio._scopes import sleep
    while active_thread_count():
        await sleep(0.01)


def trio_test(fn):
    @_functools.wraps(fn)
    def wrapper(**kwargs):
        clocks = [value for value in kwargs.values() if isinstance(value, _abc.Clock)]
        instruments = [value for value in kwargs.values() if isinstance(value, _abc.Instrument)]
        if len(clocks) > 1:
            raise ValueError('too many clocks spoil the broth!')
        return _run.run(_functools.partial(fn, **kwargs), clock=clocks[0] if clocks else None, instruments=instruments)

    return wrapper


@_contextlib.contextmanager
def assert_checkpoints():
    task = _run.current_task()
    chances, points = task._chances, task._points
    yield
    if task._chances == chances or task._points == points:
        raise AssertionError('assert_checkpoints block did not yield!')


@_contextlib.contextmanager
def assert_no_checkpoints():
    task = _run.current_task()
    before = task._chances, task._points
    try:
        yield
    finally:
        if before != (task._chances, task._points):
            raise AssertionError('assert_no_checkpoints block yielded!')


class Sequencer:
    """Blocks run in the order of their numbers."""

    def __init__(self):
        self._points, self._claimed, self._broken = _defaultdict(_Event), set(), False

    @_contextlib.asynccontextmanager
    async def __call__(self, position):
        if position in self._claimed:
            raise RuntimeError(f'Attempted to reuse sequence point {position}')
        if self._broken:
            raise RuntimeError('sequence broken!')
        self._claimed.add(position)
        if position != 0:
            try:
                await self._points[position].wait()
            except _Cancelled:
                self._broken = True
                for event in self._points.values():
                    event.set()
                raise RuntimeError('Sequencer wait cancelled -- sequence broken') from None
            if self._broken:
                raise RuntimeError('sequence broken!')
        try:
            yield
        finally:
            self._points[position + 1].set()


class _Bytes:
    """A buffer without a limit, one reader at a time."""

    def __init__(self):
        from trio._sync import ParkingLot
        self._data, self._closed, self._lot, self._busy = bytearray(), False, ParkingLot(), False

    def close(self):
        self._closed = True
        self._lot.unpark_all()

    def put(self, data):
        if self._closed:
            raise _Closed('virtual connection closed')
        self._data += data
        self._lot.unpark_all()

    def get_nowait(self, max_bytes=None):
        if not self._closed and not self._data:
            raise _WouldBlock
        if max_bytes is None:
            max_bytes = len(self._data)
        elif max_bytes < 1:
            raise ValueError('max_bytes must be >= 1')
        data = self._data[:max_bytes]
        del self._data[:max_bytes]
        return data

    async def get(self, max_bytes=None):
        if self._busy:
            raise _Busy('another task is already fetching data')
        self._busy = True
        try:
            if not self._closed and not self._data:
                await self._lot.park()
            else:
                await _run.checkpoint()
            return self.get_nowait(max_bytes)
        finally:
            self._busy = False


class MemorySendStream(_abc.SendStream):
    def __init__(self, send_all_hook=None, wait_send_all_might_not_block_hook=None, close_hook=None):
        self._outgoing = _Bytes()
        self.send_all_hook, self.close_hook = send_all_hook, close_hook
        self.wait_send_all_might_not_block_hook = wait_send_all_might_not_block_hook

    async def send_all(self, data):
        await _run.checkpoint()
        self._outgoing.put(data)
        if self.send_all_hook is not None:
            await self.send_all_hook()

    async def wait_send_all_might_not_block(self):
        await _run.checkpoint()
        self._outgoing.put(b'')
        if self.wait_send_all_might_not_block_hook is not None:
            await self.wait_send_all_might_not_block_hook()

    def close(self):
        self._outgoing.close()
        if self.close_hook is not None:
            self.close_hook()

    async def aclose(self):
        self.close()
        await _run.checkpoint()

    async def get_data(self, max_bytes=None):
        return await self._outgoing.get(max_bytes)

    def get_data_nowait(self, max_bytes=None):
        return self._outgoing.get_nowait(max_bytes)


class MemoryReceiveStream(_abc.ReceiveStream):
    def __init__(self, receive_some_hook=None, close_hook=None):
        self._incoming, self._closed = _Bytes(), False
        self.receive_some_hook, self.close_hook = receive_some_hook, close_hook

    async def receive_some(self, max_bytes=None):
        await _run.checkpoint()
        if self._closed:
            raise _Closed
        if self.receive_some_hook is not None:
            await self.receive_some_hook()
        data = await self._incoming.get(max_bytes)
        if self._closed:
            raise _Closed
        return data

    def close(self):
        self._closed = True
        self._incoming._data.clear()
        self._incoming.close()
        if self.close_hook is not None:
            self.close_hook()

    async def aclose(self):
        self.close()
        await _run.checkpoint()

    def put_data(self, data):
        self._incoming.put(data)

    def put_eof(self):
        self._incoming.close()


def memory_stream_pump(memory_send_stream, memory_receive_stream, *, max_bytes=None):
    try:
        data = memory_send_stream.get_data_nowait(max_bytes)
    except _WouldBlock:
        return False
    try:
        if not data:
            memory_receive_stream.put_eof()
        else:
            memory_receive_stream.put_data(data)
    except _Closed:
        raise _Broken('MemoryReceiveStream was closed') from None
    return True


def memory_stream_one_way_pair():
    sender, receiver = MemorySendStream(), MemoryReceiveStream()

    def pump():
        memory_stream_pump(sender, receiver)

    async def hook():
        pump()

    sender.send_all_hook = hook
    sender.close_hook = pump
    return sender, receiver


def _stapled(one_way_pair):
    from trio._streams import StapledStream
    out1, in1 = one_way_pair()
    out2, in2 = one_way_pair()
    return StapledStream(out1, in2), StapledStream(out2, in1)


def memory_stream_pair():
    return _stapled(memory_stream_one_way_pair)


lockstep_stream_one_way_pair, lockstep_stream_pair = memory_stream_one_way_pair, memory_stream_pair


async def open_stream_to_socket_listener(socket_listener):
    from trio import socket
    from trio._streams import SocketStream
    sock = socket.socket()
    await sock.connect(socket_listener.socket.getsockname()[:2])
    return SocketStream(sock)


_public(MockClock, Sequencer, MemorySendStream, MemoryReceiveStream, module='trio.testing')
