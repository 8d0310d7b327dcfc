import asyncio
import traceback


async def own():
    pass


async def main():
    lock, queue, event, condition = asyncio.Lock(), asyncio.Queue(1), asyncio.Event(), asyncio.Condition()
    semaphore, barrier = asyncio.Semaphore(), asyncio.Barrier(2)
    for coroutine in (
        own(), asyncio.sleep(3), lock.acquire(), queue.get(), queue.put(1), queue.join(), event.wait(), condition.wait(),
        condition.wait_for(5), semaphore.acquire(), barrier.wait(), barrier.reset(), barrier.abort(), asyncio.wait([]),
        asyncio.wait_for(5, 1), asyncio.to_thread(print), asyncio.get_running_loop().shutdown_asyncgens(),
    ):
        task = asyncio.create_task(coroutine)
        task.cancel()
        try:
            await asyncio.gather(task)
        except asyncio.CancelledError:
            traceback.print_exc()
    coroutine = asyncio.sleep(1)
    try:
        coroutine.throw(ValueError('thrown'))
    except ValueError:
        traceback.print_exc()
    task = asyncio.create_task(asyncio.sleep(10))
    task.cancel()
    await task


asyncio.run(main())
