# The first warning of a coroutine that nobody awaited hints at tracemalloc, which is imported for it: so much is made then
# that the collector comes, and tells of a task in a circle that nobody else holds.
import asyncio


async def stuck():
    await asyncio.Future()


async def work():
    pass


async def main():
    asyncio.create_task(stuck())
    await asyncio.sleep(0)
    work()
    await asyncio.sleep(1)


asyncio.run(main())
