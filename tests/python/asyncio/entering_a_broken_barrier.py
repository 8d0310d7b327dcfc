# `async with` a barrier shows the frame of its __aenter__.
import asyncio


async def main():
    barrier = asyncio.Barrier(2)
    await barrier.abort()
    async with barrier:
        pass


asyncio.run(main())
