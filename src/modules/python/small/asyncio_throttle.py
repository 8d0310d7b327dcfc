"""So many entries in a period, by looking again and again."""
import asyncio
import time
from collections import deque


class Throttler:
    """Lets tasks in until `rate_limit` have entered in the last `period` seconds."""

    def __init__(self, rate_limit, period=1.0, retry_interval=0.01):
        self.rate_limit, self.period, self.retry_interval = rate_limit, period, retry_interval
        self._task_logs = deque()

    def flush(self):
        now, entered = time.monotonic(), self._task_logs
        while entered and now - entered[0] > self.period:
            entered.popleft()

    async def acquire(self):
        self.flush()
        while len(self._task_logs) >= self.rate_limit:
            await asyncio.sleep(self.retry_interval)
            self.flush()
        self._task_logs.append(time.monotonic())

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, exc_type, exc, tb):
        pass


Throttler.__module__ = 'asyncio_throttle.throttler'
