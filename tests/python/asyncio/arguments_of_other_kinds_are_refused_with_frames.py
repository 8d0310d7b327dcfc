"""Arguments of other kinds than asyncio's functions want: what they say, and where in the library they say it."""
import asyncio
import traceback


async def work():
    return 1


async def attempt(function):
    try:
        result = function()
        if hasattr(result, '__await__'):
            await result
        print('accepted', type(result).__name__)
    except Exception:
        print(traceback.format_exc())


async def main():
    loop = asyncio.get_running_loop()
    await attempt(lambda: asyncio.wait(3))
    await attempt(lambda: asyncio.wait([asyncio.ensure_future(work())], return_when='SOON'))
    await attempt(lambda: asyncio.wait([asyncio.ensure_future(asyncio.sleep(1))], timeout='x'))
    await attempt(lambda: asyncio.as_completed(3))
    await attempt(lambda: asyncio.as_completed([1]))
    await attempt(lambda: asyncio.timeout('a'))
    await attempt(lambda: asyncio.Semaphore('x'))
    await attempt(lambda: asyncio.BoundedSemaphore('x'))
    await attempt(lambda: asyncio.BoundedSemaphore(-1))
    await attempt(lambda: asyncio.Barrier(None))
    await attempt(lambda: asyncio.Queue(None).put(1))
    await attempt(lambda: asyncio.Queue('5').put_nowait(1))
    await attempt(lambda: asyncio.LifoQueue([]).full())
    await attempt(lambda: asyncio.Future(1))
    await attempt(lambda: loop.set_exception_handler(5))
    await attempt(lambda: loop.set_task_factory(5))
    await attempt(lambda: asyncio.set_event_loop(5))
    await attempt(lambda: asyncio.set_event_loop_policy(5))
    await attempt(lambda: loop.add_signal_handler('x', print))
    await attempt(lambda: asyncio.StreamReader().feed_data('a'))
    await attempt(lambda: asyncio.gather(*work))
    coroutine = work()
    await attempt(lambda: asyncio.run_coroutine_threadsafe(coroutine, 3))
    coroutine.close()
    async with asyncio.timeout(1) as scope:
        await attempt(lambda: scope.reschedule([1]))

asyncio.run(main())
