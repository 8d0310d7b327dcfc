"""await, async for and async with wherever an expression or a block may hold them."""
import asyncio
class Aw:
    def __await__(self):
        yield from asyncio.sleep(0.1).__await__()
        return 5
class AI:
    def __init__(s): s.i = 0
    def __aiter__(s): return s
    async def __anext__(s):
        s.i += 1
        if s.i > 3: raise StopAsyncIteration
        await asyncio.sleep(0)
        return s.i
async def gen():
    try:
        x = yield 1
        print("got", x)
        yield 2
    except ValueError as e:
        print("VE", e); yield 3
    finally:
        await asyncio.sleep(0)
        print("cleanup")
async def main():
    print(await Aw(), 1 + await Aw(), [await Aw() for _ in range(2)], {i: j async for i, j in ((k, v) async for k, v in pairs())})
    async for i in AI():
        if i == 2: continue
        print(i)
    else: print("else")
    g = gen()
    print(await g.__anext__(), await g.asend("hi"))
    await g.aclose()
    g = gen()
    await anext(g)
    print(await g.athrow(ValueError("x")))
    await g.aclose()
    try: await g.__anext__()
    except StopAsyncIteration: print("SAI")
    lock = asyncio.Lock()
    async with lock, lock2():
        print("locked", lock.locked())
    print(lock.locked())
    async def ret():
        async with lock:
            try:
                return await asyncio.sleep(0, "r")
            finally:
                await asyncio.sleep(0)
    print(await ret(), lock.locked())
    async def brk():
        async for i in AI():
            async with lock:
                if i == 2: break
        return i
    print(await brk(), lock.locked())
    try:
        async with asyncio.timeout(0.01):
            async for _ in AI():
                await asyncio.sleep(1)
    except TimeoutError as e: print(repr(e))
    t = asyncio.create_task(asyncio.sleep(10))
    await asyncio.sleep(0)
    t.cancel("bye")
    try: await t
    except asyncio.CancelledError as e: print(repr(e))
    r = await asyncio.gather(bad(), asyncio.sleep(0, 1), return_exceptions=True)
    print(r)
    async def f(*a, **k): return a, k
    print(await f(*(await asyncio.sleep(0, [1, 2])), x=await asyncio.sleep(0, 3)))
    d = {}
    d[await asyncio.sleep(0, "k")] = await asyncio.sleep(0, "v")
    d["n"] = 1
    d["n"] += await asyncio.sleep(0, 5)
    print(d, f"{await asyncio.sleep(0, 7):>3}")
    print(await asyncio.sleep(0, 1) if await asyncio.sleep(0, 0) else await asyncio.sleep(0, 2))
    x = await asyncio.sleep(0, 0) or await asyncio.sleep(0, "or")
    print(x, 1 < await asyncio.sleep(0, 2) < 3)
    return "end"
async def bad(): raise KeyError("bad")
async def pairs():
    yield 1, 2
    yield 3, 4
class lock2:
    async def __aenter__(self): print("enter")
    async def __aexit__(self, *a): print("exit")
print(asyncio.run(main()))
