# recorded by hand: needs tenacity
"""What tells whether to try again may be a coroutine; strategies combine, can be pickled and are warned of where they are misused; sleeping
can be replaced where it is done."""
import asyncio
import pickle
import warnings
from unittest import mock

import tenacity
from tenacity import AsyncRetrying, Retrying, retry, retry_if_exception_type, retry_if_result, stop_after_attempt, wait_exponential, wait_fixed
from tenacity.asyncio.retry import retry_if_result as retry_if_awaited
from tenacity.before import before_log
from tenacity.before_sleep import before_sleep_log
from tenacity.retry import retry_any
from tenacity.wait import wait_exponential_jitter

tries = 0


async def is_small(value):
    await asyncio.sleep(0.5)
    return value < 3


@retry(retry=retry_if_awaited(is_small) | retry_if_exception_type(OSError), stop=stop_after_attempt(9))
async def grows():
    global tries
    tries += 1
    if tries == 1:
        raise OSError
    return tries


async def disabled():
    async for attempt in AsyncRetrying(enabled=False):
        with attempt:
            raise ValueError('once')


print(asyncio.run(grows()), tries)
try:
    asyncio.run(disabled())
except ValueError as error:
    print(error)

either = retry_if_exception_type(OSError) | retry_if_result(bool) | retry_if_exception_type(KeyError)
print(type(either) is retry_any, len(either.retries))
kept = pickle.loads(pickle.dumps(Retrying(stop=stop_after_attempt(2), wait=wait_fixed(1), retry=retry_if_exception_type(OSError))))
print(kept.stop.max_attempt_number, kept.wait.wait_fixed, kept.retry.exception_types, str(kept))
print([wait_exponential(multiplier=2, max=10, min=3)(mock.Mock(attempt_number=n)) for n in (1, 2, 3, 4, 5000)])


class Log:
    def log(self, level, message):
        print(level, message)


def fails(n):
    raise LookupError(n)


with mock.patch('tenacity.nap.time.sleep') as slept:
    calls = Retrying(stop=stop_after_attempt(3), wait=wait_fixed(7), before=before_log(Log(), 10), before_sleep=before_sleep_log(Log(), 20))
    try:
        calls(fails, 1)
    except tenacity.RetryError as error:
        print(error.last_attempt.attempt_number, repr(error.last_attempt.exception()))
    print(slept.call_args_list)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    retry(retry_if_exception_type(OSError))
    wait_exponential_jitter(initial=2)
for warning in caught:
    print(warning.category.__name__, warning.message)
try:
    wait_exponential_jitter(initial=2, multiplier=3)
except ValueError as error:
    print(error)
try:
    5 + wait_fixed(1)
except TypeError as error:
    print(error)
print(tenacity.RetryAction(2), tenacity.Future.construct(3, 'x', False).result())
