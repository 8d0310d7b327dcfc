# inspect and asyncio know the library's coroutine functions, and see through partial objects.
import asyncio
import functools
import inspect
import queue
import traceback
from unittest.mock import AsyncMock, patch


async def own():
    pass


for function in (own, functools.partial(own), asyncio.sleep, asyncio.wait_for, asyncio.Queue().get, asyncio.Lock.acquire,
                 asyncio.gather, asyncio.open_connection, print, asyncio.Queue().get_nowait, AsyncMock()):
    print(asyncio.iscoroutinefunction(function), inspect.iscoroutinefunction(function))


async def main():
    with patch('asyncio.sleep') as sleep:
        await asyncio.sleep(5)
        sleep.assert_awaited_once_with(5)
    print(asyncio.get_running_loop().time())
    try:
        asyncio.Semaphore('1')
    except TypeError as e:
        print(e)


asyncio.run(main())
items = queue.PriorityQueue()
try:
    items.put((1, {}))
    items.put((1, {}))
except TypeError:
    traceback.print_exc()
