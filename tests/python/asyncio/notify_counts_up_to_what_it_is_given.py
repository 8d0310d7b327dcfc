# `Condition.notify` compares what it is given only while somebody waits: any number will do.
import asyncio
async def waiter(c, n):
    async with c:
        await c.wait()
        print('woken', n)
async def main():
    c = asyncio.Condition()
    async with c:
        for n in ('x', 2.5, None, [], True):
            print(n, c.notify(n))
    ts = [asyncio.create_task(waiter(c, n)) for n in range(5)]
    await asyncio.sleep(0)
    async with c:
        c.notify(1.5)
    await asyncio.sleep(0.1)
    async with c:
        c.notify(True)
        try: c.notify('x')
        except TypeError as e: print(e)
    await asyncio.sleep(0.1)
    async with c:
        c.notify(-3)
        c.notify_all()
    await asyncio.gather(*ts)
asyncio.run(main())
