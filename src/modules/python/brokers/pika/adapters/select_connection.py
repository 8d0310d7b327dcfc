"""A connection with a loop of its own, which runs until it is stopped."""
import heapq
from collections import deque
from itertools import count
from time import monotonic

from _amqp_clock import ThreadWaiter
from pika.adapters.base_connection import BaseConnection


class _Timeout:
    """A timer: it can be taken back."""

    def __init__(self, callback):
        self.callback = callback


class IOLoop:
    """Timers, callbacks and the frames of its connections, in one thread."""

    def __init__(self):
        self._waiter, self._connections, self._callbacks, self._timers = ThreadWaiter(), [], deque(), []
        self._numbers, self._stopping, self._closed = count(), False, False

    def native(self):
        return self

    def enter(self, connection):
        self._connections.append(connection)

    def leave(self, connection):
        if connection in self._connections:
            self._connections.remove(connection)

    def frames_came(self, _connection):
        self._waiter.wake()

    def call_later(self, delay, callback):
        if self._closed:
            raise ValueError('Timeout closed before call')
        timeout = _Timeout(callback)
        heapq.heappush(self._timers, (monotonic() + delay, next(self._numbers), timeout))
        return timeout

    def remove_timeout(self, timeout):
        timeout.callback = None

    def add_callback_threadsafe(self, callback):
        self._callbacks.append(callback)
        self._waiter.wake()

    add_callback = add_callback_threadsafe

    def _is_ready(self):
        return self._stopping or bool(self._callbacks) or any([connection._has_frames() for connection in self._connections])

    def poll(self):
        """Waits until something is to be done, and does it."""
        while self._timers and self._timers[0][2].callback is None:
            heapq.heappop(self._timers)
        self._waiter.wait(self._is_ready, self._timers[0][0] if self._timers else None)
        for connection in list(self._connections):
            connection._process_frames()
        for _ in range(len(self._callbacks)):
            self._callbacks.popleft()()
        moment = monotonic()
        while self._timers and self._timers[0][0] <= moment:
            callback = heapq.heappop(self._timers)[2].callback
            if callback is not None:
                callback()

    def start(self):
        while not self._stopping:
            self.poll()
        self._stopping = False

    def stop(self):
        self._stopping = True
        self._waiter.wake()

    def close(self):
        self._closed = True
        self._timers.clear()
        self._callbacks.clear()


class SelectConnection(BaseConnection):
    def __init__(self, parameters=None, on_open_callback=None, on_open_error_callback=None, on_close_callback=None, custom_ioloop=None,
                 internal_connection_workflow=True, several=()):
        super().__init__(parameters, on_open_callback, on_open_error_callback, on_close_callback, custom_ioloop or IOLoop(), several)
