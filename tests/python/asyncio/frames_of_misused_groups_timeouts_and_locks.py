# What a thing is refused shows asyncio's own frames.
import asyncio
import traceback


async def attempt(name, work):
    try:
        await work()
    except Exception as exc:
        print(name, [(frame.name, frame.lineno, frame.line) for frame in traceback.extract_tb(exc.__traceback__)[2:]])


async def main():
    loop = asyncio.get_running_loop()

    async def group_twice():
        group = asyncio.TaskGroup()
        async with group:
            pass
        async with group:
            pass

    async def timeout_twice():
        timeout = asyncio.timeout(1)
        async with timeout:
            pass
        async with timeout:
            pass

    async def reschedule_early():
        asyncio.timeout(1).reschedule(2)

    async def reschedule_late():
        async with asyncio.timeout(1) as timeout:
            pass
        timeout.reschedule(2)

    async def notify_unlocked():
        asyncio.Condition().notify_all()

    async def negative():
        asyncio.Semaphore(-1)

    async def nobody():
        asyncio.Barrier(0)

    async def wait_for_function():
        await asyncio.wait({nobody})

    async def too_slow():
        async for _ in asyncio.as_completed([asyncio.sleep(1)], timeout=0.1):
            pass

    async def no_coroutine():
        asyncio.run_coroutine_threadsafe(3, loop)

    async def no_delay():
        loop.call_later("x", print)

    async def no_time():
        loop.call_at(None, print)

    for name, work in locals().copy().items():
        if asyncio.iscoroutinefunction(work):
            await attempt(name, work)


asyncio.run(main())
