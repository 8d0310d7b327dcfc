import asyncio
async def ag(n):
    try:
        for i in range(n):
            await asyncio.sleep(0.1); yield i
    finally:
        print("ag fin"); await asyncio.sleep(0.1); print("ag fin2")
async def main():
    async for x in ag(3): print(x)
    async for x in ag(3):
        print("first", x); break
    print([x async for x in ag(2)], {x: 1 async for x in ag(1)})
    g = ag(5); print(await anext(g)); print(await g.__anext__()); await g.aclose()
    class CM:
        async def __aenter__(self): print("enter"); await asyncio.sleep(0.1); return self
        async def __aexit__(self, *a): print("exit", a[0]); await asyncio.sleep(0.1); return True
    async with CM() as c: raise ValueError(1)
    keep = ag(4); print(await anext(keep))
    class It:
        def __init__(self): self.n = 0
        def __aiter__(self): return self
        async def __anext__(self):
            self.n += 1
            if self.n > 2: raise StopAsyncIteration
            await asyncio.sleep(0.1); return self.n
    async for x in It(): print("it", x)
    loop = asyncio.get_running_loop()
    print(loop.is_running(), loop.is_closed(), loop.get_debug())
    def stopper(): print("stopper")
    loop.call_later(0.3, stopper); await asyncio.sleep(0.5)
    loop.set_task_factory(asyncio.eager_task_factory)
    async def eager(n): print("eager", n); await asyncio.sleep(0.1); print("eager2", n); return n
    t = asyncio.create_task(eager(1)); print("after create"); print(await t)
    async def imm(): print("imm"); return 5
    t = asyncio.create_task(imm(), name='imm'); print(t.done(), t)
asyncio.run(main())
loop = asyncio.new_event_loop(); asyncio.set_event_loop(loop)
loop.call_later(1, loop.stop); loop.run_forever(); print("stopped", loop.time()); loop.close()
with asyncio.Runner() as r:
    print(r.run(asyncio.sleep(1, "ran"))); print(r.get_loop().is_running())
