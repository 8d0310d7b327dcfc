import asyncio
import time


async def boil(what, seconds):
    await asyncio.sleep(seconds)
    print(f"{what}: ready")
    return what


async def main():
    start = time.monotonic()
    first = await boil("pasta", 2)
    second = await boil("sauce", 1.5)
    # The salad comes here.
    print(first, second, round(time.monotonic() - start, 1))


asyncio.run(main())
