import asyncio
import time


async def download(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "is there")


async def main():
    start = time.monotonic()
    photo = asyncio.create_task(download("photo", 2))
    video = asyncio.create_task(download("video", 1))
    await photo
    await video
    print("both after", round(time.monotonic() - start, 1), "s")


asyncio.run(main())
