# A task that runs one of asyncio's own coroutines says where it stands.
import asyncio


async def main():
    queue, lock, event = asyncio.Queue(1), asyncio.Lock(), asyncio.Event()
    queue.put_nowait("full")
    await lock.acquire()
    condition = asyncio.Condition()
    await condition.acquire()
    coroutines = [
        asyncio.sleep(9), asyncio.sleep(0), asyncio.wait_for(asyncio.sleep(9), 8), queue.put("more"), queue.join(),
        lock.acquire(), event.wait(), asyncio.Barrier(2).wait(), asyncio.Semaphore(0).acquire(), condition.wait(),
        asyncio.Barrier(2).reset(),
    ]
    tasks = [asyncio.create_task(coroutine) for coroutine in coroutines]
    for task in tasks:
        print(task)
    await asyncio.sleep(0)
    for task in tasks:
        print(task)
    for task in tasks:
        task.cancel()
    await asyncio.wait(tasks)
    print(tasks[0], tasks[1], tasks[-1])


asyncio.run(main())


class Later:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()


async def awaitable():
    task = asyncio.ensure_future(Later())
    print(task)
    await asyncio.sleep(0)
    print(task)
    await task
    print(task)


asyncio.run(awaitable())
