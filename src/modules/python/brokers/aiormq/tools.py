"""Time limits over several waits, and functions that may be awaited."""
import asyncio
import time
from contextlib import asynccontextmanager
from functools import wraps
import inspect


def censor_url(url):
    return url if url.password is None else url.with_password('******')


def shield(function):
    @wraps(function)
    def wrap(*args, **kwargs):
        return asyncio.shield(function(*args, **kwargs))
    return wrap


def awaitable(function):
    """A coroutine function that does the same."""
    if inspect.iscoroutinefunction(function):
        return function

    @wraps(function)
    async def wrap(*args, **kwargs):
        result = function(*args, **kwargs)
        return await result if inspect.isawaitable(result) else result
    return wrap


class Countdown:
    """The time that is left of a timeout for what is done one after the other."""

    def __init__(self, timeout=None):
        self.loop = asyncio.get_event_loop()
        self.deadline = None if timeout is None else time.monotonic() + timeout

    def get_timeout(self):
        if self.deadline is None:
            return None
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise asyncio.TimeoutError
        return left

    async def __call__(self, coroutine):
        if self.deadline is None:
            return await coroutine
        try:
            timeout = self.get_timeout()
        except asyncio.TimeoutError:
            given_up = asyncio.ensure_future(coroutine)
            given_up.cancel()
            await asyncio.gather(given_up, return_exceptions=True)
            raise
        return await asyncio.wait_for(coroutine, timeout=timeout)

    @asynccontextmanager
    async def enter_context(self, context):
        """Only entering is limited: what has been taken is always given back."""
        entered = await self(context.__aenter__())
        try:
            yield entered
        except BaseException as error:
            if not await context.__aexit__(type(error), error, error.__traceback__):
                raise
        else:
            await context.__aexit__(None, None, None)
