import asyncio
async def main():
    lock = asyncio.Lock()
    print(str(lock)[:26], lock.locked())
    async def use(n):
        async with lock:
            print("in", n); await asyncio.sleep(0.1); print("out", n)
    await asyncio.gather(*(use(i) for i in range(3)))
    try: lock.release()
    except RuntimeError as e: print(e)
    await lock.acquire()
    t = asyncio.create_task(use(9)); await asyncio.sleep(0)
    print("waiters:1" in repr(lock))
    t.cancel()
    try: await t
    except asyncio.CancelledError: print("c")
    lock.release()
    ev = asyncio.Event()
    async def waiter(n):
        print("wait", n); await ev.wait(); print("go", n)
    ts = [asyncio.create_task(waiter(i)) for i in range(3)]
    await asyncio.sleep(0.1); ev.set(); await asyncio.gather(*ts); print(ev.is_set()); ev.clear()
    sem = asyncio.Semaphore(2)
    async def su(n):
        async with sem:
            print("s", n, sem.locked()); await asyncio.sleep(0.1)
        print("e", n)
    await asyncio.gather(*(su(i) for i in range(5)))
    b = asyncio.BoundedSemaphore(1)
    try: b.release()
    except ValueError as e: print(e)
    try: asyncio.Semaphore(-1)
    except ValueError as e: print(e)
    cond = asyncio.Condition(); items = []
    async def consumer(n):
        async with cond:
            await cond.wait_for(lambda: items)
            print("c", n, items.pop())
    async def producer():
        for i in range(3):
            await asyncio.sleep(0.1)
            async with cond:
                items.append(i); cond.notify()
    await asyncio.gather(consumer(0), consumer(1), consumer(2), producer())
    try: cond.notify()
    except RuntimeError as e: print(e)
    try: await cond.wait()
    except RuntimeError as e: print(e)
    br = asyncio.Barrier(3)
    async def bw(n):
        await asyncio.sleep(n*0.1)
        i = await br.wait(); print("b", n, i)
        async with br as pos: print("p", n, pos)
    await asyncio.gather(*(bw(i) for i in range(3)))
    print(br.parties, br.n_waiting, br.broken)
    async def br2():
        try: await br.wait()
        except asyncio.BrokenBarrierError as e: print("broken", e)
    t = asyncio.create_task(br2()); await asyncio.sleep(0); await br.abort(); await t
    print(repr(br)[-9:])
asyncio.run(main())
