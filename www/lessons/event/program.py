import asyncio


async def runner(name, start, delay=0):
    await asyncio.sleep(delay)
    print(name, "is at the line")
    await start.wait()
    print(name, "runs")


async def main():
    start = asyncio.Event()
    runners = asyncio.gather(
        runner("ann", start),
        runner("bo", start),
        runner("late", start, delay=3),
    )
    await asyncio.sleep(2)
    print("go!")
    start.set()
    await runners


asyncio.run(main())
