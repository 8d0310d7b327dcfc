"""The same for coroutines."""
import inspect
import sys

from tenacity import AttemptManager, BaseRetrying, DoAttempt, DoSleep, RetryCallState
from tenacity._utils import is_coroutine_callable
from tenacity.asyncio.retry import retry_all, retry_any, retry_if_exception, retry_if_result


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
        waits = is_coroutine_callable(fn)
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
        self._state, self._over = RetryCallState(self, fn=None, args=(), kwargs={}), False
        if self.enabled:
            self.begin()
        return self

    async def __anext__(self):
        if not self.enabled:
            return self._only()
        while True:
            do = await self.iter(self._state)
            if isinstance(do, DoAttempt):
                return AttemptManager(self._state)
            if not isinstance(do, DoSleep):
                raise StopAsyncIteration
            self._state.prepare_for_next_attempt()
            await self.sleep(do)

    def _only(self):
        """The one attempt of a block that is not tried again."""
        if not self._over:
            self._over = True
            return AttemptManager(self._state)
        outcome = self._state.outcome
        if outcome is not None and outcome.failed:
            raise outcome.exception()
        raise StopAsyncIteration
