import asyncio
async def w(n, d=0.1):
    try:
        await asyncio.sleep(d)
        return n
    except asyncio.CancelledError as e:
        print("cancel in", n, e.args)
        raise
    finally:
        print("fin", n)
async def main():
    t = asyncio.create_task(w(1, 5), name="one")
    await asyncio.sleep(0)
    print(t)
    t.cancel("bye")
    print(t, t.cancelling())
    try: await t
    except asyncio.CancelledError as e: print("got", e.args)
    print(t, t.cancelled(), t.done())
    t = asyncio.create_task(w(2, 5))
    t.cancel()
    try: await t
    except asyncio.CancelledError as e: print("got", e.args)
    async def stubborn():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError: print("ignored"); asyncio.current_task().uncancel()
        await asyncio.sleep(0.1)
        return "survived"
    s = asyncio.create_task(stubborn()); await asyncio.sleep(0); s.cancel(); print(await s)
    print(await asyncio.gather(w(3), w(4), return_exceptions=True))
    async def boom(): await asyncio.sleep(0.05); raise ValueError("boom")
    try: await asyncio.gather(w(5), boom(), w(6))
    except ValueError as e: print("gather", e)
    r = await asyncio.gather(w(7), boom(), return_exceptions=True); print(r)
    g = asyncio.gather(w(8,5), w(9,5)); await asyncio.sleep(0); print(g); g.cancel()
    try: await g
    except asyncio.CancelledError as e: print("gather cancelled")
    print(g)
    done, pending = await asyncio.wait([asyncio.create_task(w(i, i*0.1)) for i in range(10, 14)], timeout=1.15)
    print(len(done), len(pending), sorted(t.result() for t in done), [t.get_name() for t in done])
    for p in pending: p.cancel()
    await asyncio.wait(pending)
    done, pending = await asyncio.wait([asyncio.create_task(w(i, i*0.1)) for i in range(3)], return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending)); 
    for c in asyncio.as_completed([w(20, 0.3), w(21, 0.1), w(22, 0.2)]):
        print("ac", await c)
    ts = [asyncio.create_task(w(i, 0.5 - i*0.01)) for i in (30, 31)]
    async for t in asyncio.as_completed(ts): print("aac", t.result(), t in ts)
    try:
        for c in asyncio.as_completed([w(40, 1), w(41, 0.1)], timeout=0.5): print(await c)
    except TimeoutError as e: print("ac timeout", repr(e))
    async def inner(): await asyncio.sleep(0.2); print("inner done"); return 9
    it = asyncio.create_task(inner())
    o = asyncio.create_task(w(50, 0.01))
    async def sh(): return await asyncio.shield(it)
    st = asyncio.create_task(sh()); await asyncio.sleep(0.05); st.cancel()
    try: await st
    except asyncio.CancelledError: print("outer cancelled", it.done())
    print(await it)
    print(len(asyncio.all_tasks()), asyncio.current_task().get_name())
    print(await asyncio.ensure_future(w(60)))
    class Aw:
        def __await__(self):
            yield from asyncio.sleep(0.1).__await__()
            return "aw"
    print(await Aw(), await asyncio.wait_for(Aw(), 1), await asyncio.gather(Aw()))
    try: asyncio.create_task(5)
    except TypeError as e: print(e)
    try: await asyncio.wait([w(1)])
    except TypeError as e: print(e)
    try: await asyncio.wait([])
    except ValueError as e: print(e)
    try: asyncio.run(w(1))
    except RuntimeError as e: print(e)
    t = asyncio.create_task(w(70)); t.set_name("seventy"); print(t.get_name(), t.get_coro().__name__)
    try: t.set_result(1)
    except RuntimeError as e: print(e)
    await t
    print(hash(t) == hash(t), {t} == {t})
asyncio.run(main())
