# What asyncio's functions have in variables where they raise is held by their frames, and goes at the end with what the
# program's frames hold, in the order in which it was made.
import asyncio


async def first():
    pass


async def second():
    pass


async def third():
    pass


def calls(coroutine):
    kept = second()
    asyncio.run(coroutine)


async def main():
    kept = first()
    calls(third())


asyncio.run(main())
