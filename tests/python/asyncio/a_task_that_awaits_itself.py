# A task that awaits itself is refused, and nobody can await it afterwards.
import asyncio
async def a():
    t = asyncio.current_task()
    try:
        await t
    except RuntimeError as e: print(1, e)
    async def other():
        try:
            await t
        except RuntimeError as e: print(2, e)
    await other()
    o = asyncio.create_task(other())
    await o
    try:
        await asyncio.wait_for(t, 0.5)
    except RuntimeError as e: print(3, e)
async def b():
    t = asyncio.current_task()
    try:
        await asyncio.wait_for(t, 0.5)
    except RuntimeError as e: print(4, e)
async def c():
    t = asyncio.current_task()
    try:
        async with asyncio.timeout(0.1):
            await asyncio.shield(t)
    except (RuntimeError, TimeoutError) as e: print(4, repr(e))
async def main():
    await asyncio.create_task(a())
    await asyncio.create_task(b())
    await asyncio.create_task(c())
asyncio.run(main())
