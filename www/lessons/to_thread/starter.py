import asyncio
import time


def read(name, seconds):
    time.sleep(seconds)
    print(name, "is read")


async def main():
    start = time.monotonic()
    read("big", 2)
    read("small", 1)
    print("after", round(time.monotonic() - start, 1), "s")


asyncio.run(main())
