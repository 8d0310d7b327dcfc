"""A leaky bucket: no more than so much in so long."""
import asyncio
import itertools
import warnings
from contextlib import AbstractAsyncContextManager
from functools import partial
from heapq import heappop, heappush

__version__ = '1.3.0'
__all__ = ['AsyncLimiter']


class AsyncLimiter(AbstractAsyncContextManager):
    """Lets tasks through at `max_rate` in `time_period` seconds; that many at once."""

    def __init__(self, max_rate, time_period=60):
        self.max_rate, self.time_period = max_rate, time_period
        self._rate_per_sec = max_rate / time_period
        self._level = self._last_check = 0.0
        self._timer = self._bound = None
        # Those that wait: how much each wants, its number, its future.
        self._waiters, self._numbers = [], itertools.count()

    @property
    def _loop(self):
        if self._bound is None:
            self._bound = asyncio.get_running_loop()
        elif self._bound.is_closed():
            self._bound = asyncio.get_running_loop()
            self._waiters = [waiter for waiter in self._waiters if waiter[2].get_loop() is self._bound]
            warnings.warn('This AsyncLimiter instance is being re-used across loops. Please create a new limiter per '
                          'event loop as re-use can lead to undefined behaviour.', RuntimeWarning, 4)
        return self._bound

    def _leak(self):
        now = self._loop.time()
        if self._level:
            self._level = max(self._level - (now - self._last_check) * self._rate_per_sec, 0)
        self._last_check = now

    def has_capacity(self, amount=1):
        self._leak()
        return self._level + amount <= self.max_rate

    async def acquire(self, amount=1):
        if not 0 <= amount <= self.max_rate:
            raise ValueError('Amount must be a number between 0 and the maximum capacity')
        loop = self._loop
        while not self.has_capacity(amount):
            future = loop.create_future()
            # Others are looked at once the task that was let through has taken its part.
            future.add_done_callback(partial(loop.call_soon, self._wake))
            heappush(self._waiters, (amount, next(self._numbers), future))
            self._wake()
            await future
        self._level += amount
        self._wake()

    def _wake(self, *_):
        """Lets the next one through, or sees to it once there will be room."""
        timer, self._timer = self._timer, None
        if timer is not None:
            timer.cancel()
        waiters = self._waiters
        while waiters and waiters[0][2].done():
            heappop(waiters)
        if waiters:
            self._leak()
            missing = waiters[0][0] - self.max_rate + self._level
            if missing > 0:
                self._timer = self._loop.call_at(self._last_check + 1 / self._rate_per_sec * missing, self._wake)
            else:
                heappop(waiters)[2].set_result(None)

    def __repr__(self):
        state = f'level: {self._level:f}, waiters: {len(self._waiters)}'
        if self._timer and not self._timer.cancelled():
            later = int((self._timer.when() - self._loop.time()) * 1000000)
            state += f', waking in {later} µs' if later > 0 else ''
        rate = f'max_rate={self.max_rate!r}, time_period={self.time_period!r}'
        return f'<AsyncLimiter({rate}) at {id(self):#x} [{state}]>'

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        pass


AsyncLimiter.__module__ = 'aiolimiter.leakybucket'
