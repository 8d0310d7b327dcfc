import asyncio
async def c(): await asyncio.sleep(5)
async def main():
    t = asyncio.create_task(c())
    it = iter(asyncio.as_completed([t], timeout=9))
    n = next(it)
    x = asyncio.ensure_future(n)
    await asyncio.sleep(0.1)
    print(t)
    async with asyncio.TaskGroup() as g:
        u = g.create_task(c())
        await asyncio.sleep(0)
        print(u)
        u.cancel()
    class K:
        def m(self, f): pass
    t.add_done_callback(K().m)
    print(t)
    x.cancel()
asyncio.run(main())
