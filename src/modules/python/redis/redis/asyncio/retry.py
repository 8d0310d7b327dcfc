"""Tries again what failed for want of a connection, in a task."""
from asyncio import sleep

from redis import retry


class Retry(retry.Retry):
    def __init__(self, backoff, retries, supported_errors=(retry.ConnectionError, retry.TimeoutError)):
        super().__init__(backoff, retries, supported_errors)

    async def call_with_retry(self, do, fail):
        for failures in self._counted():
            try:
                return await do()
            except self._supported_errors as problem:
                await fail(problem)
                pause = self._pause(failures, problem)
            if pause > 0:
                await sleep(pause)
