# recorded by hand: needs tenacity
"""Functions, coroutines and blocks are tried again after a wait that grows; what is enough is an error of its own."""
import asyncio
import logging
import sys

from tenacity import (AsyncRetrying, RetryError, Retrying, before_sleep_log, retry, retry_if_exception_type, retry_if_result, stop_after_attempt,
                      stop_after_delay, wait_exponential, wait_fixed)

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format='%(message)s')
log = logging.getLogger('tries')
tries = 0


@retry(stop=stop_after_attempt(5), wait=wait_exponential(multiplier=0.1, max=0.3), before_sleep=before_sleep_log(log, logging.INFO))
def third_time(n):
    global tries
    tries += 1
    if tries < 4:
        raise ValueError(f'not the {tries}')
    return n


@retry(stop=stop_after_attempt(2), wait=wait_fixed(0.1), retry=retry_if_exception_type(KeyError))
def never():
    raise KeyError('missing')


@retry(retry=retry_if_result(lambda result: result is None), stop=stop_after_attempt(3), retry_error_callback=lambda state: state.attempt_number)
def empty():
    return None


@retry(stop=stop_after_attempt(2), wait=wait_fixed(0.1), reraise=True)
async def refused():
    print('asks')
    raise ConnectionError('refused')


async def main():
    try:
        await refused()
    except ConnectionError as error:
        print(repr(error), asyncio.iscoroutinefunction(refused))
    async for attempt in AsyncRetrying(stop=stop_after_delay(10), wait=wait_fixed(1)):
        with attempt:
            print('attempt', attempt.retry_state.attempt_number)
            if attempt.retry_state.attempt_number < 3:
                raise OSError


print(third_time(7), third_time.statistics['attempt_number'], round(third_time.statistics['idle_for'], 3))
try:
    never()
except RetryError as error:
    print(error.last_attempt.attempt_number, repr(error.__cause__))
print(empty())
asyncio.run(main())
for attempt in Retrying(stop=stop_after_attempt(2)):
    with attempt:
        print(1 // (attempt.retry_state.attempt_number - 1))
