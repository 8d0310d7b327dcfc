# A coroutine that holds another in its arguments is told of first, also once the module `warnings` has been imported.
import asyncio
import warnings


async def fetch():
    pass


async def wrap(coroutine):
    pass


class Reader:
    # A class is refused like this where `__init__` was made a coroutine by mistake.
    async def __init__(self):
        pass


async def main():
    wrap(fetch())
    wrap(wrap(fetch()))
    asyncio.wait_for(fetch(), 1)
    asyncio.wait_for(asyncio.sleep(1), 1)
    await asyncio.sleep(0)
    kept = asyncio.wait_for(wrap(fetch()), 1)
    try:
        Reader()
    except TypeError as error:
        print(error)


asyncio.run(main())
Reader()
