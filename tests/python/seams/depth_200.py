import asyncio


async def deep(n):
    if n == 0:
        for turn in range(3):
            await asyncio.sleep(0.1)
        return "bottom"
    return await deep(n - 1)


async def failing(n):
    if n == 0:
        await asyncio.sleep(1)
        raise KeyError("deep")
    try:
        await failing(n - 1)
    finally:
        if n % 100 == 0:
            print("leaving", n)


async def main():
    print(await deep(200))
    task = asyncio.create_task(failing(200))
    try:
        await task
    except KeyError as error:
        print("caught", error)
    task = asyncio.create_task(failing(200))
    await asyncio.sleep(0.5)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled at depth")


asyncio.run(main())
