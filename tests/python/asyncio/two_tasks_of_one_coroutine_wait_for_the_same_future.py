import asyncio


async def work():
    await asyncio.sleep(0.1)
    return 5


async def waiting(awaitable):
    return await awaitable


async def main():
    loop = asyncio.get_running_loop()
    future, event = loop.create_future(), asyncio.Event()
    loop.call_later(0.05, future.set_result, "future")
    loop.call_later(0.05, event.set)
    for coroutine in (
        asyncio.sleep(0.01),
        work(),
        waiting(asyncio.create_task(work())),
        waiting(asyncio.gather(work(), work())),
        waiting(future),
        event.wait(),
        asyncio.wait_for(work(), 1),
    ):
        tasks = [asyncio.create_task(coroutine) for _ in range(2)]
        print(await asyncio.gather(*tasks, return_exceptions=True))
    shared = work()
    task = asyncio.create_task(shared)
    await asyncio.sleep(0)
    try:
        await shared
    except RuntimeError as error:
        print(error)
    print(await task)


asyncio.run(main())
