import asyncio
loop_order = []
async def t(n, k):
    for i in range(k):
        print(n, i); await asyncio.sleep(0)
    return n
async def main():
    loop = asyncio.get_running_loop()
    a = asyncio.create_task(t("a", 3)); b = asyncio.create_task(t("b", 2))
    loop.call_soon(print, "soon1"); loop.call_later(0, print, "later0"); loop.call_at(loop.time(), print, "at0")
    await asyncio.sleep(0); print("m1")
    c = asyncio.create_task(t("c", 2)); await c; print("m2"); print(await asyncio.gather(a, b))
    f = loop.create_future(); f.add_done_callback(lambda _: print("cb1")); f.add_done_callback(lambda _: print("cb2"))
    loop.call_soon(lambda: (print("setting"), f.set_result(1)))
    print(await f); print("after f"); await asyncio.sleep(0)
    for d in (0.3, 0.1, 0.2, 0.1): loop.call_later(d, print, "timer", d)
    await asyncio.sleep(0.35)
    async def chain(n):
        if n: return await chain(n - 1) + 1
        await asyncio.sleep(0.01); return 0
    print(await chain(20))
    async def inner(): print("in"); return 1
    print(await inner(), await asyncio.create_task(inner()))
    def done(task): print("done", task.get_name())
    for i in range(3): asyncio.create_task(inner(), name=f"n{i}").add_done_callback(done)
    await asyncio.sleep(0); print("s1"); await asyncio.sleep(0); print("s2")
    q = asyncio.Queue(1)
    async def p():
        for i in range(4): await q.put(i); print("put", i)
    async def g():
        for i in range(4): print("get", await q.get())
    await asyncio.gather(p(), g())
    e = asyncio.Event()
    async def w(n): await e.wait(); print("w", n)
    ws = [asyncio.create_task(w(i)) for i in range(3)]; await asyncio.sleep(0); e.set(); print("set"); await asyncio.gather(*ws)
    s = asyncio.Semaphore(2)
    async def u(n):
        async with s: print("u", n); await asyncio.sleep(0)
        print("r", n)
    await asyncio.gather(*(u(i) for i in range(5)))
    async def rec():
        for i in range(3): yield i; await asyncio.sleep(0)
    async def ca(n):
        async for x in rec(): print("ag", n, x)
    await asyncio.gather(ca(0), ca(1))
    print(await asyncio.wait_for(t("wf", 2), 5))
    async with asyncio.TaskGroup() as tg:
        for i in range(3): tg.create_task(t(f"tg{i}", 2))
    print("tg done")
    r = [await c for c in asyncio.as_completed([t("x", 3), t("y", 1)])]; print(r)
    loop.call_soon_threadsafe(print, "threadsafe"); await asyncio.sleep(0)
asyncio.run(main())
