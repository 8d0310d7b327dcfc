"""What a suspended coroutine of asyncio's waits for shows as an iterator of a future, down to the last link."""
import asyncio
import inspect


def chain(coroutine):
    names = []
    while coroutine is not None:
        names.append(getattr(coroutine, "__qualname__", type(coroutine).__name__))
        coroutine = getattr(coroutine, "cr_await", None)
    return " > ".join(names)


async def through(awaitable):
    return await awaitable


async def main():
    event, queue, lock = asyncio.Event(), asyncio.Queue(), asyncio.Lock()
    await lock.acquire()
    future = asyncio.get_running_loop().create_future()
    for awaitable in (asyncio.sleep(1), event.wait(), queue.get(), lock.acquire(), future,
                      asyncio.wait_for(asyncio.sleep(5), 1)):
        task = asyncio.create_task(through(awaitable))
        await asyncio.sleep(0)
        own = task.get_coro()
        print(chain(own), inspect.getcoroutinestate(own))
        task.cancel()
        await asyncio.wait([task])
        print(own.cr_await, own.cr_frame)


asyncio.run(main())
