"""The exception that ends the program holds what `run` has left behind: it goes after the modules, without anchors."""
import asyncio


async def fails():
    1 / 0


async def main():
    task = asyncio.create_task(fails(), name='kept')
    await asyncio.sleep(0)
    asyncio.get_running_loop().stop()
    await asyncio.sleep(1)


asyncio.run(main())
