# Whoever waits at something when the loop is closed, and what closing them says.
import asyncio
async def main():
    lock = asyncio.Lock(); await lock.acquire()
    async def w():
        async with lock: pass
    t = asyncio.create_task(w()); c = asyncio.Condition()
    async def x():
        async with c: await c.wait()
    u = asyncio.create_task(x())
    v = asyncio.create_task(asyncio.wait_for(asyncio.Future(), 100))
    s = asyncio.Semaphore(0); z = asyncio.create_task(s.acquire())
    p = asyncio.Queue(1); p.put_nowait(1); y = asyncio.create_task(p.put(2))
    await asyncio.sleep(.1)
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
