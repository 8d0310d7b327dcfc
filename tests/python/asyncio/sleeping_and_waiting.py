import asyncio, time
async def say(x, d): await asyncio.sleep(d); print(x, time.strftime("%X"), time.time()); return x
class Res:
    async def __aenter__(self): print("open"); await asyncio.sleep(0.1); return self
    async def __aexit__(self, t, v, tb): print("close", t); await asyncio.sleep(0.1)
async def deep(n):
    if n == 0: await asyncio.sleep(0.5); return 0
    return 1 + await deep(n-1)
async def canc():
    t = asyncio.create_task(deep(50)); await asyncio.sleep(0.1); t.cancel()
    try: await t
    except asyncio.CancelledError: print("deep cancelled")
async def main():
    print(f"started at {time.strftime('%X')}")
    await say("hello", 1); await say("world", 2)
    t1 = asyncio.create_task(say("a", 1)); t2 = asyncio.create_task(say("b", 2)); await t1; await t2
    print(await deep(100)); await canc()
    async with Res() as r, asyncio.timeout(5): print("body")
    L = await asyncio.gather(*[say(i, 3-i) for i in range(3)]); print(L)
    loop = asyncio.get_event_loop(); print(loop is asyncio.get_running_loop())
    st = time.perf_counter(); time.sleep(1.5); print(f"{time.perf_counter()-st:.2f}")
    ev = asyncio.Event()
    async def setter(): await asyncio.sleep(1); ev.set()
    asyncio.create_task(setter()); print(await asyncio.wait_for(ev.wait(), 2))
    try: await asyncio.wait_for(asyncio.sleep(10, "x"), timeout=0)
    except asyncio.TimeoutError: print("zero")
    print(await asyncio.wait_for(asyncio.sleep(0.1, "y"), timeout=None))
    res = await asyncio.gather(asyncio.sleep(1, 1), asyncio.sleep(2, 2)); print(res)
    results = []
    async def prod(q, n):
        for i in range(n): await q.put(i); await asyncio.sleep(0.01)
        await q.put(None)
    async def con(q):
        while (x := await q.get()) is not None: results.append(x)
    q = asyncio.Queue(3); await asyncio.gather(prod(q, 10), con(q)); print(results)
    def cb(t): print("done cb", t.result(), t.get_name())
    t = asyncio.create_task(say("z", 0.1), name="zed"); t.add_done_callback(cb); await t; await asyncio.sleep(0)
    tasks = {asyncio.create_task(say(i, i/10), name=f"T{i}") for i in range(3)}
    for t in tasks: t.add_done_callback(tasks.discard)
    await asyncio.sleep(1); print(tasks)
    done, pend = await asyncio.wait({asyncio.create_task(say("w1", 1)), asyncio.create_task(say("w2", 2))}, timeout=1.5)
    print(done, pend)
    for t in pend: t.cancel()
    r = await asyncio.gather(*pend, return_exceptions=True); print(r)
    print([t.get_name() for t in asyncio.all_tasks()])
start = time.monotonic()
asyncio.run(main(), debug=False)
print("total", time.monotonic() - start)
async def left():
    asyncio.create_task(say("never", 100)); await asyncio.sleep(0.1)
    async def cleanup():
        try: await asyncio.sleep(100)
        except asyncio.CancelledError: print("cleanup start"); await asyncio.sleep(1); print("cleanup end"); raise
    asyncio.create_task(cleanup()); await asyncio.sleep(0.1); return "left"
print(asyncio.run(left()))
async def exc_in_child():
    async def bad(): raise RuntimeError("child")
    t = asyncio.create_task(bad()); await asyncio.sleep(0.1)
    try: await t
    except RuntimeError as e: print("caught", e)
    async def sysx(): raise SystemExit(3)
    await asyncio.create_task(sysx())
asyncio.run(exc_in_child())
