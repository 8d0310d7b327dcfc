import asyncio


async def work(name, seconds, fails=False):
    await asyncio.sleep(seconds)
    if fails:
        raise ValueError(f"{name} broke")
    print(name, "is done")
    return name


async def main():
    try:
        await asyncio.gather(
            work("quick", 1, fails=True), work("slow", 2)
        )
    except ValueError as error:
        print("caught:", error)
    await asyncio.sleep(2)

    results = await asyncio.gather(
        work("one", 1, fails=True),
        work("two", 2),
        return_exceptions=True,
    )
    for result in results:
        print("result:", repr(result))


asyncio.run(main())
