# Where the last traceback holds a coroutine, it is told of when the modules are gone: where it was made is not known any
# more, not even in debug mode.
import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    await asyncio.gather(1, work())


asyncio.run(main(), debug=True)
