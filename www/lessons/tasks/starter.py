import asyncio
import time


async def download(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "is there")


async def main():
    start = time.monotonic()
    await download("photo", 2)
    await download("video", 1)
    print("both after", round(time.monotonic() - start, 1), "s")


asyncio.run(main())
