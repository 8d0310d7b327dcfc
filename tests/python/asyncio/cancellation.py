import asyncio
async def log(n, d):
    try: print("start", n); await asyncio.sleep(d); print("end", n)
    except asyncio.CancelledError: print("cancelled", n); raise
async def main():
    # cancel during gather inside wait_for
    try: await asyncio.wait_for(asyncio.gather(log("a", 5), log("b", 6)), 1)
    except TimeoutError: print("T1")
    # cancel a task waiting for a task
    async def parent():
        t = asyncio.create_task(log("child", 5))
        try: await t
        except asyncio.CancelledError: print("parent sees", t.cancelled()); raise
    p = asyncio.create_task(parent()); await asyncio.sleep(0.1); p.cancel()
    try: await p
    except asyncio.CancelledError: print("p cancelled")
    # nested timeouts
    try:
        async with asyncio.timeout(1) as outer:
            try:
                async with asyncio.timeout(2) as inner: await asyncio.sleep(5)
            except TimeoutError: print("inner?!")
    except TimeoutError: print("outer", outer.expired(), inner.expired())
    try:
        async with asyncio.timeout(2) as outer:
            try:
                async with asyncio.timeout(1) as inner: await asyncio.sleep(5)
            except TimeoutError: print("inner", outer.expired(), inner.expired())
            await asyncio.sleep(0.5); print("still in outer")
    except TimeoutError: print("outer?!")
    # cancel + timeout at once
    async def both():
        try:
            async with asyncio.timeout(1): await asyncio.sleep(5)
        except TimeoutError: print("both timeout"); return "to"
        except asyncio.CancelledError: print("both cancelled"); raise
    t = asyncio.create_task(both()); asyncio.get_running_loop().call_later(1, t.cancel)
    print(await asyncio.gather(t, return_exceptions=True))
    # finally that awaits
    async def slow_cleanup():
        try: await asyncio.sleep(10)
        finally:
            print("cleanup"); await asyncio.sleep(0.5); print("cleaned")
    t = asyncio.create_task(slow_cleanup()); await asyncio.sleep(0.1); t.cancel(); await asyncio.sleep(0.1); t.cancel()
    try: await t
    except asyncio.CancelledError: print("sc", t.cancelling())
    # suppress: return value instead of cancel in wait_for
    async def swallow():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: return "swallowed"
    try: print(await asyncio.wait_for(swallow(), 1))
    except TimeoutError: print("TO swallow")
    # lock + cancel ordering
    lock = asyncio.Lock()
    async def locker(n, d):
        async with lock: print("L", n); await asyncio.sleep(d)
    ts = [asyncio.create_task(locker(i, 1)) for i in range(4)]
    await asyncio.sleep(0.5); ts[1].cancel(); ts[2].cancel(); r = await asyncio.gather(*ts, return_exceptions=True); print(r)
    # semaphore cancel
    sem = asyncio.Semaphore(1)
    async def s(n):
        async with sem: print("S", n); await asyncio.sleep(1)
    ts = [asyncio.create_task(s(i)) for i in range(4)]
    await asyncio.sleep(0.5); ts[1].cancel(); await asyncio.sleep(0.6); ts[2].cancel(); r = await asyncio.gather(*ts, return_exceptions=True); print(r, sem._value)
    # condition cancel
    cond = asyncio.Condition()
    async def cw(n):
        async with cond:
            try: await cond.wait(); print("C", n)
            except asyncio.CancelledError: print("C cancelled", n, cond.locked()); raise
    ts = [asyncio.create_task(cw(i)) for i in range(3)]; await asyncio.sleep(0.1); ts[0].cancel()
    async with cond: cond.notify(1)
    await asyncio.sleep(0.1)
    async with cond: cond.notify_all()
    print(await asyncio.gather(*ts, return_exceptions=True))
    # queue: cancelled getter passes on
    q = asyncio.Queue()
    async def g(n):
        x = await q.get(); print("Q", n, x)
    ts = [asyncio.create_task(g(i)) for i in range(3)]; await asyncio.sleep(0); q.put_nowait("x"); ts[0].cancel(); q.put_nowait("y")
    await asyncio.sleep(0.1); print([t.done() for t in ts], q.qsize()); ts[2].cancel()
    print(await asyncio.gather(*ts, return_exceptions=True), q.qsize())
    # TaskGroup with cancelled child; and cancel message
    async with asyncio.TaskGroup() as tg:
        t = tg.create_task(log("x", 5)); await asyncio.sleep(0.1); t.cancel("why")
    print("tg ok", t.cancelled())
    try:
        async with asyncio.TaskGroup() as tg:
            async def nested():
                async with asyncio.TaskGroup() as tg2:
                    tg2.create_task(log("n1", 3))
                    async def b(): await asyncio.sleep(0.2); raise OSError("n2")
                    tg2.create_task(b())
            tg.create_task(nested()); tg.create_task(log("sib", 3))
    except* OSError as eg: print(repr(eg))
    async with asyncio.timeout(1):
        try:
            async with asyncio.TaskGroup() as tg:
                tg.create_task(log("y", 0.3)); tg.create_task(log("z", 0.2))
        finally: print("fin")
    # shield again
    inner = asyncio.create_task(log("inner", 0.5))
    try: await asyncio.wait_for(asyncio.shield(inner), 0.1)
    except TimeoutError: print("shield TO", inner.done())
    await inner
    # gather with exception leaves others running
    async def bad(): raise ValueError("g")
    o = asyncio.create_task(log("other", 0.3))
    try: await asyncio.gather(bad(), o)
    except ValueError as e: print(repr(e), o.done())
    await o
    fut = asyncio.get_running_loop().create_future()
    w = asyncio.create_task(asyncio.wait([fut], timeout=0.5)); done, pend = await w; print(len(done), len(pend)); fut.cancel()
    ev = asyncio.Event(); e2 = asyncio.create_task(ev.wait()); await asyncio.sleep(0); ev.set(); ev.clear(); print(await e2)
    print(asyncio.current_task().cancelling())
    asyncio.current_task().cancel("self"); 
    try: await asyncio.sleep(0)
    except asyncio.CancelledError as e: print("self", e.args); asyncio.current_task().uncancel()
    t = asyncio.create_task(asyncio.sleep(5)); await asyncio.sleep(0)
    try:
        async with asyncio.timeout(0.2): await asyncio.shield(t)
    except TimeoutError as e: print(type(e.__cause__), t.done()); t.cancel()
asyncio.run(main())
