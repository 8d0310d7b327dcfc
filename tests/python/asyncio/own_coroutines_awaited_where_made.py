# Coroutines of asyncio's own that are awaited where they are made: who looks finds them, and they can be thrown into,
# cancelled and closed like others.
import asyncio
import inspect
import sys
import traceback


def chain(coroutine):
    names = []
    while hasattr(coroutine, "cr_await"):
        names.append(f"{coroutine.__qualname__}: {inspect.getcoroutinestate(coroutine)}")
        coroutine = coroutine.cr_await
    return names + [type(coroutine).__name__]


async def acquires(lock):
    await lock.acquire()
    lock.release()
    return "acquired"


async def gets(queue):
    return await queue.get()


async def puts(queue):
    await queue.put(1)
    await queue.put(2)


async def waits(event):
    return await event.wait()


async def sleeps():
    return await asyncio.sleep(3, "slept")


async def look():
    lock, semaphore, event = asyncio.Lock(), asyncio.Semaphore(1), asyncio.Event()
    await lock.acquire()
    await semaphore.acquire()
    queue, full = asyncio.Queue(), asyncio.Queue(1)
    started = [acquires(lock), acquires(semaphore), gets(queue), puts(full), waits(event), sleeps()]
    tasks = [asyncio.create_task(coroutine, name=coroutine.__name__) for coroutine in started]
    await asyncio.sleep(0.1)
    for task in tasks:
        print(task.get_name(), chain(task.get_coro()), task.get_coro().cr_frame.f_lineno)
        task.print_stack(file=sys.stdout)
    inner = tasks[0].get_coro().cr_await
    print(inner.__name__, inner is tasks[0].get_coro().cr_await, inner.cr_running)
    try:
        await inner
    except RuntimeError as error:
        print(error)
    tasks[2].cancel("enough")
    tasks[5].cancel()
    for task in (tasks[2], tasks[5]):
        try:
            await task
        except asyncio.CancelledError as error:
            print("cancelled", error.args)
    event.set()
    lock.release()
    semaphore.release()
    print(full.get_nowait())
    print(await asyncio.gather(tasks[0], tasks[1], tasks[3], tasks[4]))
    print(chain(inner), lock, semaphore)


asyncio.run(look())


async def enters(lock):
    async with lock:
        print("never")


async def drive():
    lock = asyncio.Lock()
    await lock.acquire()
    coroutine = enters(lock)
    print(type(coroutine.send(None)).__name__)
    try:
        coroutine.throw(ValueError("thrown in"))
    except ValueError as error:
        print([entry.name for entry in traceback.extract_tb(error.__traceback__)], error)
    coroutine = enters(lock)
    coroutine.send(None)
    coroutine.close()
    print(inspect.getcoroutinestate(coroutine), lock)
    coroutine = enters(lock)
    coroutine.send(None)
    del coroutine
    print(lock)


asyncio.run(drive())


class Counted(asyncio.Lock):
    async def acquire(self):
        print("acquires")
        return await super().acquire()


async def refuse():
    async with Counted() as entered:
        print(entered)
    queue = asyncio.Queue()
    for make in (lambda: asyncio.Lock().acquire(1), lambda: queue.get(1), lambda: asyncio.sleep(), queue.put):
        try:
            await make()
        except TypeError as error:
            print(error)
    try:
        await queue.get(1)
    except TypeError as error:
        print(error)
    for delay in ("x", float("nan")):
        try:
            await asyncio.sleep(delay)
        except (TypeError, ValueError) as error:
            print(error)


asyncio.run(refuse())


async def deep(levels, lock):
    if levels:
        return await deep(levels - 1, lock)
    await lock.acquire()


async def bottom():
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(deep(3, lock))
    await asyncio.sleep(0)
    print(chain(task.get_coro()))
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled(), lock)
    async with asyncio.timeout(0.5):
        await asyncio.gather(deep(1, lock), deep(2, lock))


asyncio.run(bottom())
