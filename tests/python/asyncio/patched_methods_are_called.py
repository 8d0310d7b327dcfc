# What `mock.patch.object` puts in place of a method of asyncio's classes is what asyncio itself calls.
import asyncio
from unittest.mock import patch


async def enter(primitive):
    try:
        async with primitive:
            pass
    except RuntimeError as error:
        print("  ", error)


async def main():
    queue = asyncio.Queue()
    cases = [
        (asyncio.Semaphore, "acquire", lambda: enter(asyncio.Semaphore(1))),
        (asyncio.Lock, "acquire", lambda: enter(asyncio.Lock())),
        (asyncio.Lock, "release", lambda: enter(asyncio.Lock())),
        (asyncio.Barrier, "wait", lambda: enter(asyncio.Barrier(1))),
        (asyncio.Semaphore, "release", lambda: enter(asyncio.BoundedSemaphore(1))),
        (asyncio.Queue, "get_nowait", queue.get),
        (asyncio.Queue, "put_nowait", lambda: queue.put(1)),
        (asyncio.Queue, "put_nowait", lambda: asyncio.LifoQueue().put(1)),
    ]
    for owner, name, use in cases:
        queue._queue.append(0)
        with patch.object(owner, name, autospec=True) as mocked:
            await use()
        print(owner.__name__, name, mocked.call_count)
    print(await queue.get(), queue.qsize())
    with patch.object(asyncio.Event, "wait", side_effect=ValueError("patched")):
        try:
            await asyncio.Event().wait()
        except ValueError as error:
            print(error)


asyncio.run(main())
