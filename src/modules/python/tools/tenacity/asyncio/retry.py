"""Whether to try again, told by coroutines."""
from tenacity._utils import wrap_to_async_func
from tenacity.retry import needed, retry_base


class async_retry_base(retry_base):
    def __and__(self, other):
        return retry_all(self, other)

    def __or__(self, other):
        return retry_any(self, other)

    def __rand__(self, other):
        return retry_all(other, self)

    def __ror__(self, other):
        return retry_any(other, self)


class retry_if_exception(async_retry_base):
    def __init__(self, predicate):
        self.predicate = predicate

    async def __call__(self, retry_state):
        outcome = needed(retry_state)
        return outcome.failed and await self.predicate(outcome.exception())


class retry_if_result(async_retry_base):
    def __init__(self, predicate):
        self.predicate = predicate

    async def __call__(self, retry_state):
        outcome = needed(retry_state)
        return not outcome.failed and await self.predicate(outcome.result())


class retry_any(async_retry_base):
    def __init__(self, *retries):
        self.retries = retries

    async def __call__(self, retry_state):
        answer = False
        for retry in self.retries:
            answer = await wrap_to_async_func(retry)(retry_state)
            if answer:
                break
        return answer

    def __ror__(self, other):
        return retry_any(*(other.retries if isinstance(other, retry_any) else [other]), *self.retries)


class retry_all(async_retry_base):
    def __init__(self, *retries):
        self.retries = retries

    async def __call__(self, retry_state):
        answer = True
        for retry in self.retries:
            answer = await wrap_to_async_func(retry)(retry_state)
            if not answer:
                break
        return answer

    def __rand__(self, other):
        return retry_all(*(other.retries if isinstance(other, retry_all) else [other]), *self.retries)
