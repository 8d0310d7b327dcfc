import asyncio


async def load():
    await asyncio.sleep(1)
    raise OSError("no network")


async def save():
    await asyncio.sleep(2)
    print("saved")


async def main():
    try:
        await asyncio.gather(load(), save())
    except OSError:
        print("given up")
    await asyncio.sleep(2)
    print("end")


asyncio.run(main())
