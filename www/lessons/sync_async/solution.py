import asyncio
import time


async def brew(drink, seconds):
    await asyncio.sleep(seconds)
    print("done", drink)


async def main():
    await asyncio.gather(
        brew("coffee", 1.25),
        brew("tea", 2.5),
        brew("juice", 0.5),
    )


start = time.monotonic()
asyncio.run(main())
print("after", round(time.monotonic() - start, 1), "s")
