import asyncio


async def write():
    print("opened")
    await asyncio.sleep(10)
    print("closed")


async def main():
    task = asyncio.create_task(write())
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled:", task.cancelled())


asyncio.run(main())
