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
    passed = round(time.monotonic() - start, 1)
    print(first, "and", second, "after", passed, "s")


asyncio.run(main())
