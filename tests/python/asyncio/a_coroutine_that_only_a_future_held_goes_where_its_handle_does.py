# An async function handed to an executor: nobody awaits the coroutine that it gives back.
import asyncio


async def work():
    await asyncio.sleep(1)


async def awaited():
    await asyncio.get_running_loop().run_in_executor(None, work)
    print("awaited")


async def in_a_thread():
    await asyncio.to_thread(work)
    print("in a thread")


async def gathered():
    await asyncio.gather(asyncio.to_thread(work), asyncio.to_thread(work))
    print("gathered")


async def forgotten():
    asyncio.get_running_loop().run_in_executor(None, work)
    await asyncio.sleep(0.1)
    print("forgotten")


async def kept():
    given = await asyncio.to_thread(work)
    print(type(given).__name__)


async def main():
    for one in (awaited, in_a_thread, gathered, forgotten, kept):
        await one()


asyncio.run(main())
for one in (awaited, in_a_thread, gathered, forgotten, kept):
    asyncio.run(one())
