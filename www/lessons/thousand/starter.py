import asyncio

LIMIT = 1000


async def call(number, places):
    async with places:
        await asyncio.sleep(1)


async def main():
    loop = asyncio.get_running_loop()
    start = loop.time()
    places = asyncio.Semaphore(LIMIT)
    await asyncio.gather(*(call(n, places) for n in range(1000)))
    print("done after", round(loop.time() - start, 1), "s")


asyncio.run(main())
