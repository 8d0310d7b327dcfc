# Items that cannot be compared, and locks of another loop, show the frames of CPython's queues and locks.
import asyncio
import traceback

lock, semaphore, event = asyncio.Lock(), asyncio.Semaphore(1), asyncio.Event()
queue = asyncio.Queue(1)


async def shows(awaitable):
    try:
        await awaitable
    except Exception:
        traceback.print_exc()


async def compared():
    items = asyncio.PriorityQueue()
    for item in (0, {'x': 1}), (0, {'y': 1}):
        await shows(items.put(item))
    print(items.qsize())
    items._queue.append((0, {'z': 1}))
    await shows(items.get())
    print(items.qsize())


async def use():
    await lock.acquire()
    await semaphore.acquire()
    await queue.put(1)
    waiters = [asyncio.create_task(asyncio.wait_for(waiting, 1)) for waiting in
               (lock.acquire(), semaphore.acquire(), event.wait(), queue.put(2))]
    await asyncio.gather(*waiters, return_exceptions=True)


async def use_again():
    for waiting in lock.acquire(), semaphore.acquire(), event.wait(), queue.put(2):
        await shows(waiting)
    queue.get_nowait()
    await shows(queue.get())


async def emptied():
    items, last_first = asyncio.Queue(), asyncio.LifoQueue()
    for item in range(3):
        items.put_nowait(item)
        await last_first.put(item)
    print(items._queue, last_first._queue, last_first.get_nowait())
    items._queue.clear()
    print(items.empty(), items)
    items._queue.extend('ab')
    print(await items.get(), items.qsize(), last_first)
    items._queue = [5]
    print(items.qsize(), items)


for main in emptied, compared, use, use_again:
    asyncio.run(main())
