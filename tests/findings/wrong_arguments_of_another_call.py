import asyncio
async def double(number):
    return 2 * number
async def main():
    await asyncio.gather(
        double(1),
        double(),
    )
asyncio.run(main())
# found: wrong-arguments@7
