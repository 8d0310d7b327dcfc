import asyncio


async def work(seconds):
    try:
        await asyncio.sleep(seconds)
        return seconds
    except asyncio.CancelledError:
        print("cancelled after its time")
        raise


async def main():
    print(await asyncio.wait_for(work(1), 2))
    try:
        await asyncio.wait_for(work(5), timeout=1.5)
    except TimeoutError as error:
        print("timed out", type(error), repr(error.__cause__))
    try:
        async with asyncio.timeout(0.25):
            await work(1)
    except TimeoutError:
        print("timeout block")


asyncio.run(main())
