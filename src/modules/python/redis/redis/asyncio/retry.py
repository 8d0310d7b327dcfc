"""Tries again what failed for want of a connection, in a task."""
from asyncio import sleep

from redis import retry


class Retry(retry.Retry):
    def __init__(self, backoff, retries, supported_errors=(retry.ConnectionError, retry.TimeoutError)):
        super().__init__(backoff, retries, supported_errors)

    async def call_with_retry(self, do, fail):
        self._backoff.reset()
        failures = 0
        while True:
            try:
                return await do()
            except self._supported_errors as error:
                failures += 1
                await fail(error)
                pause = self._pause(failures, error)
                if pause > 0:
                    await sleep(pause)
