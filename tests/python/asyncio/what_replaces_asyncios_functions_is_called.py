"""Functions and classes that a program puts in the place of those that asyncio's own functions call."""
import asyncio
import time
from unittest import mock


async def work(n):
    await asyncio.sleep(0)
    return n


async def main():
    with mock.patch.object(asyncio.tasks, 'ensure_future', side_effect=asyncio.ensure_future) as ensure:
        print(await asyncio.gather(work(1), work(2)), ensure.call_count)
        print(await asyncio.shield(work(3)), ensure.call_count)
        print([await one for one in asyncio.as_completed([work(4)])], ensure.call_count)
        print(await asyncio.wait_for(work(5), 1), ensure.call_count)
    with mock.patch('asyncio.locks.Lock') as lock:
        condition = asyncio.Condition()
        print(condition._lock is lock.return_value, lock.call_count, isinstance(asyncio.Condition()._lock, mock.Mock))
    print(type(asyncio.Condition()._lock).__name__)
    loop = asyncio.get_running_loop()
    with mock.patch('time.monotonic', return_value=77.5):
        print(loop.time(), time.monotonic(), loop.call_later(2, print).when())
    print(loop.time() > 77.5)
    with mock.patch('asyncio.sleep', mock.AsyncMock(return_value='slept')) as sleep:
        print(await asyncio.sleep(100), sleep.await_args, await work(6))
    print(await asyncio.gather(work(7)))


asyncio.run(main())
with mock.patch('asyncio.events.new_event_loop', side_effect=asyncio.new_event_loop) as new:
    print(asyncio.run(work(8)), new.call_count)
with mock.patch('asyncio.run', return_value='ran') as run:
    print(asyncio.run(9), run.call_args)
