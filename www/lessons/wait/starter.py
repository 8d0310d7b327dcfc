import asyncio


async def mirror(name, seconds):
    await asyncio.sleep(seconds)
    print(name, "has sent the file")
    return name


async def main():
    tasks = [
        asyncio.create_task(mirror("Oslo", 2)),
        asyncio.create_task(mirror("Kyoto", 1)),
        asyncio.create_task(mirror("Lima", 3)),
    ]
    done, pending = await asyncio.wait(tasks)
    print("fastest:", done.pop().result())
    await asyncio.sleep(5)


asyncio.run(main())
