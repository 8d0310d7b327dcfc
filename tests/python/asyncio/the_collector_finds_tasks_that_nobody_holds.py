# A task that nobody holds, nor what it waits for, is garbage: the collector finds it, and its end is told of.
import asyncio
import gc


async def at_event():
    await asyncio.Event().wait()


async def at_future():
    await asyncio.get_running_loop().create_future()


async def at_queue():
    await asyncio.Queue().get()


async def at_lock():
    lock = asyncio.Lock()
    await lock.acquire()
    await lock.acquire()


async def in_with():
    lock = asyncio.Lock()
    await lock.acquire()
    async with lock:
        pass


async def at_semaphore():
    await asyncio.Semaphore(0).acquire()


async def at_condition():
    condition = asyncio.Condition()
    async with condition:
        await condition.wait()


async def at_put():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    await queue.put(2)


async def at_join():
    queue = asyncio.Queue(1)
    queue.put_nowait(1)
    await queue.join()


async def at_gather():
    await asyncio.gather(at_event(), at_event())


async def at_shield():
    await asyncio.shield(at_event())


async def in_group():
    async with asyncio.TaskGroup() as group:
        group.create_task(at_event())


async def at_task():
    await asyncio.create_task(at_event())


async def main():
    for waits in (at_future, at_event, at_queue, at_lock, in_with, at_semaphore, at_condition,
                  at_put, at_join, at_gather, at_shield, in_group, at_task):
        asyncio.create_task(waits(), name=waits.__name__)
        await asyncio.sleep(0.1)
        print('collect', waits.__name__, flush=True)
        gc.collect()
        await asyncio.sleep(0)
    print(len(asyncio.all_tasks()))


asyncio.run(main())
