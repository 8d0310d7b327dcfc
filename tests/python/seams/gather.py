import asyncio


async def brew(what, seconds):
    print("start", what)
    await asyncio.sleep(seconds)
    print("done", what)
    return what.upper()


async def fail():
    await asyncio.sleep(0.1)
    raise ValueError("no water")


async def main():
    print(await asyncio.gather(brew("tea", 2.5), brew("coffee", 1.25)))
    print(await asyncio.gather(brew("milk", 0.2), fail(), return_exceptions=True))
    try:
        await asyncio.gather(brew("juice", 0.2), fail())
    except ValueError as error:
        print("caught", error)
    await asyncio.sleep(1)


asyncio.run(main())
