import asyncio


def shown(waiters):
    return None if waiters is None else [type(waiters).__name__, [w.done() for w in waiters]]


async def main():
    lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
    semaphore, bounded, barrier = asyncio.Semaphore(1), asyncio.BoundedSemaphore(2), asyncio.Barrier(3)
    queue, small = asyncio.Queue(), asyncio.Queue(1)
    small.put_nowait("first")
    for name in "lock event condition semaphore".split():
        print(name, shown(locals()[name]._waiters))
    print(shown(queue._getters), shown(queue._putters), queue._format(), small._format())
    await lock.acquire()
    await semaphore.acquire()

    async def notified():
        async with condition:
            await condition.wait()

    waiting = [lock.acquire(), event.wait(), notified(), semaphore.acquire(), queue.get(), small.put("second")]
    tasks = [asyncio.create_task(each) for each in (*waiting, barrier.wait())]
    await asyncio.sleep(0)
    for name in "lock event condition semaphore".split():
        print(name, shown(locals()[name]._waiters))
    print(shown(queue._getters), shown(small._putters), queue._format(), small._format())
    print(barrier._count, type(barrier._cond).__name__, bounded._bound_value, bounded._value)
    print(tasks[0]._fut_waiter is lock._waiters[0])
    lock.release()
    event.set()
    semaphore.release()
    queue.put_nowait(1)
    small.get_nowait()
    async with condition:
        condition.notify()
    barrier_task = tasks.pop()
    await asyncio.gather(*tasks)
    barrier_task.cancel()
    for name in "lock event condition semaphore".split():
        print(name, shown(locals()[name]._waiters))

    # A semaphore whose number of places changes.
    places = asyncio.Semaphore(1)
    places._value += 2
    print(str(places)[-20:], places._value)


asyncio.run(main())
