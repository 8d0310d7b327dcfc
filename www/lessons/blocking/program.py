import asyncio
import time


async def clock():
    for second in range(1, 5):
        await asyncio.sleep(1)
        print("tick", second)


async def report():
    await asyncio.sleep(1.5)
    print("computing…")
    time.sleep(2)
    print("computed")


async def main():
    await asyncio.gather(clock(), report())


asyncio.run(main())
