"""cr_await leads from a program's coroutine to the future, by way of what asyncio's own coroutines await."""
import asyncio


async def locked(lock):
    async with lock:
        pass


async def conditional(condition):
    async with condition:
        await condition.wait_for(lambda: False)


async def grouped():
    async with asyncio.TaskGroup() as group:
        group.create_task(asyncio.sleep(5))


async def passing(barrier):
    async with barrier:
        pass


async def completed():
    for one in asyncio.as_completed([asyncio.sleep(4)]):
        await one


async def iterated():
    async for one in asyncio.as_completed([asyncio.sleep(4)]):
        await one


def chain(coroutine):
    while coroutine is not None:
        frame = getattr(coroutine, 'cr_frame', None)
        yield getattr(coroutine, '__qualname__', type(coroutine).__name__), frame and frame.f_lineno
        coroutine = getattr(coroutine, 'cr_await', None)


async def main():
    lock, semaphore, full = asyncio.Lock(), asyncio.Semaphore(0), asyncio.Queue(1)
    await lock.acquire()
    full.put_nowait(1)
    coroutines = [locked(lock), locked(semaphore), locked(asyncio.Condition(lock)), conditional(asyncio.Condition()),
                  asyncio.wait([asyncio.create_task(asyncio.sleep(5))]), asyncio.Barrier(2).wait(),
                  passing(asyncio.Barrier(3)), full.join(), full.put(2), asyncio.Queue().get(), completed(), iterated(),
                  grouped(), asyncio.wait_for(asyncio.sleep(3), 9)]
    tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    for coroutine in coroutines:
        print(list(chain(coroutine)))
    inner = coroutines[0].cr_await
    print(inner.cr_await.cr_code.co_name, inner.cr_await.cr_await is not None)
    for task in tasks:
        task.cancel()
    print({type(one).__name__ for one in await asyncio.gather(*tasks, return_exceptions=True)})
    print(list(chain(coroutines[0])))
    starting = grouped().__await__()
    try:
        starting.send(1)
    except TypeError as exc:
        print(exc)
    try:
        asyncio.current_task([])
    except TypeError as exc:
        print(exc)
    print(asyncio.Semaphore(True)._value, await asyncio.Semaphore(True).acquire())


asyncio.run(main())
