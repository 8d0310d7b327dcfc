import asyncio
import time


def read(name, seconds):
    time.sleep(seconds)
    print(name, "is read")


async def main():
    start = time.monotonic()
    await asyncio.gather(
        asyncio.to_thread(read, "big", 2),
        asyncio.to_thread(read, "small", 1),
    )
    print("after", round(time.monotonic() - start, 1), "s")


asyncio.run(main())
