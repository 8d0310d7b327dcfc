import asyncio
async def main():
    t = asyncio.create_task(asyncio.sleep(5)); u = asyncio.create_task(asyncio.wait_for(asyncio.sleep(3), 2)); await asyncio.sleep(0)
    print(t, u)
    done, pending = await asyncio.wait([t], timeout=1)
    print(done, pending)
    ev = asyncio.Event(); e = asyncio.create_task(ev.wait()); q = asyncio.Queue(); j = asyncio.create_task(q.join()); l = asyncio.Lock(); await l.acquire(); a = asyncio.create_task(l.acquire())
    await asyncio.sleep(0); print(e, j, a)
    s = asyncio.Semaphore(0); sa = asyncio.create_task(s.acquire()); th = asyncio.create_task(asyncio.to_thread(print, 'x')); await asyncio.sleep(.1); print(sa, th)
    x = asyncio.create_task(asyncio.gather(asyncio.sleep(1)) if 0 else asyncio.sleep(0)); await x; print(x)
    print(asyncio.sleep(1), sep='') if 0 else None
    for y in (e, j, a, sa, t, u): y.cancel()
    print(t)
asyncio.run(main())
