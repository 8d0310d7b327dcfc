"""The same for coroutines."""
import functools
import inspect
import sys

import tenacity
from tenacity import AttemptManager, BaseRetrying, DoAttempt, DoSleep, RetryCallState


def is_async(f):
    while isinstance(f, functools.partial):
        f = f.func
    return inspect.iscoroutinefunction(f) or inspect.iscoroutinefunction(getattr(f, '__call__', None))


def _sleep(seconds):
    if 'trio' in sys.modules:
        import sniffio
        if sniffio.current_async_library() == 'trio':
            return sys.modules['trio'].sleep(seconds)
    import asyncio
    return asyncio.sleep(seconds)


class AsyncRetrying(BaseRetrying):
    def __init__(self, sleep=_sleep, *args, **options):
        super().__init__(sleep, *args, **options)

    def _is_async(self, f):
        return True

    async def iter(self, retry_state):
        plan, value = self._plan(retry_state), None
        try:
            while True:
                value = plan.send(value)(retry_state)
                if inspect.isawaitable(value):
                    value = await value
        except StopIteration as end:
            return end.value

    async def __call__(self, fn, *args, **kwargs):
        waits = is_async(fn)
        if not self.enabled:
            return await fn(*args, **kwargs) if waits else fn(*args, **kwargs)
        self.begin()
        state = RetryCallState(self, fn, args, kwargs)
        while True:
            do = await self.iter(state)
            if isinstance(do, DoAttempt):
                try:
                    result = await fn(*args, **kwargs) if waits else fn(*args, **kwargs)
                except BaseException:
                    state.set_exception(sys.exc_info())
                else:
                    state.set_result(result)
            elif isinstance(do, DoSleep):
                state.prepare_for_next_attempt()
                await self.sleep(do)
            else:
                return do

    def __iter__(self):
        raise TypeError('AsyncRetrying object is not iterable')

    def __aiter__(self):
        self.begin()
        self._state = RetryCallState(self, fn=None, args=(), kwargs={})
        return self

    async def __anext__(self):
        while True:
            do = await self.iter(self._state)
            if isinstance(do, DoAttempt):
                return AttemptManager(self._state)
            if not isinstance(do, DoSleep):
                raise StopAsyncIteration
            self._state.prepare_for_next_attempt()
            await self.sleep(do)
