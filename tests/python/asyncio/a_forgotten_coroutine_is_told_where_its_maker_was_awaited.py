# A coroutine that nobody awaits goes with the function that has made it: the warning stands where that was awaited, in
# the program, in asyncio's wait_for, or where the loop runs its tasks.
import asyncio

async def other():
    pass

async def worker():
    forgotten = other()
    await asyncio.sleep(0.1)
    return 1

async def fails():
    forgotten = other()
    await asyncio.sleep(0.1)
    raise ValueError('v')

async def main():
    print(await asyncio.wait_for(worker(), 1))
    try:
        await asyncio.wait_for(fails(), 1)
    except ValueError as e:
        print(repr(e))
    await asyncio.wait_for(worker(), None)
    await asyncio.shield(worker())
    await asyncio.gather(worker())
    async with asyncio.timeout(1):
        await worker()
    async with asyncio.TaskGroup() as g:
        g.create_task(worker())
    await asyncio.wait([asyncio.create_task(worker())])
    for c in asyncio.as_completed([worker()]):
        await c
asyncio.run(main())
