import asyncio
import time


async def boil(what, seconds):
    print(f"{what}: on the stove")
    await asyncio.sleep(seconds)
    print(f"{what}: ready")
    return what


async def main():
    start = time.monotonic()
    first = await boil("pasta", 2)
    second = await boil("sauce", 1.5)
    print(first, "and", second, "after", time.monotonic() - start, "s")


asyncio.run(main())
