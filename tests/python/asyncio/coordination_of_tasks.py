import asyncio


async def main():
    cond = asyncio.Condition()
    items = []
    async def consumer(i):
        async with cond:
            await cond.wait_for(lambda: items)
            print('consumer', i, items.pop())
    async def producer():
        for i in range(3):
            await asyncio.sleep(0.1)
            async with cond:
                items.append(i)
                cond.notify()
    await asyncio.gather(*(consumer(i) for i in range(3)), producer())
    lock = asyncio.Lock()
    await lock.acquire()
    print(lock.locked())
    try:
        await asyncio.wait_for(lock.acquire(), 0.1)
    except TimeoutError:
        print('lock timeout', lock)
    lock.release()
    q = asyncio.Queue(1)
    await q.put(1)
    try:
        await asyncio.wait_for(q.put(2), 0.1)
    except asyncio.TimeoutError:
        print('full', q.full(), q)
    t = asyncio.create_task(q.put(3))
    await asyncio.sleep(0)
    print(q)
    print(await q.get())
    await t
    print(q.get_nowait())
    try:
        await asyncio.wait_for(q.get(), 0.1)
    except asyncio.TimeoutError:
        print('empty')
    q = asyncio.Queue()
    async def w(n):
        while True:
            x = await q.get()
            try:
                if x is None:
                    break
                print(n, x)
                await asyncio.sleep(0.1 * x)
            finally:
                q.task_done()
    ws = [asyncio.create_task(w(n)) for n in 'ab']
    for x in (1, 2, 3):
        q.put_nowait(x)
    await q.join()
    [q.put_nowait(None) for _ in ws]
    await asyncio.gather(*ws)
    print(q.empty())
    sem = asyncio.BoundedSemaphore(2)
    async with sem:
        print(sem, sem._value)
    ev = asyncio.Event()
    print(ev)
    ev.set()
    await ev.wait()
    print('set')
    b = asyncio.Barrier(2)
    async def bw():
        try:
            await b.wait()
            print('passed')
        except asyncio.BrokenBarrierError as e:
            print('broken', repr(e))
    t = asyncio.create_task(bw())
    await asyncio.sleep(0)
    await b.abort()
    await t
    print(b)
    q = asyncio.Queue()
    q.put_nowait(1)
    q.shutdown()
    print(q.get_nowait())
    try:
        q.put_nowait(2)
    except asyncio.QueueShutDown as e:
        print(repr(e))
asyncio.run(main())
