import asyncio


async def download(name, seconds):
    print(name, "starts")
    await asyncio.sleep(seconds)
    print(name, "is there")
    return len(name)


async def main():
    photo = asyncio.create_task(download("photo", 2))
    video = asyncio.create_task(download("video", 1))
    print("both are scheduled, none has started")
    sizes = await photo + await video
    print("bytes:", sizes)


asyncio.run(main())
