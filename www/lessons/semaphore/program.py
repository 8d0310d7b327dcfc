import asyncio


async def visit(number, desk):
    async with desk:
        print("visitor", number, "is served")
        await asyncio.sleep(1)
    print("visitor", number, "leaves")


async def main():
    desk = asyncio.Semaphore(2)
    await asyncio.gather(*(visit(number, desk) for number in range(1, 6)))


asyncio.run(main())
