# The library's frames in a traceback hold what they were called with: a coroutine among it is told of when that goes.
import asyncio


async def work():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    try:
        for earliest in asyncio.as_completed([await work(), work()]):
            await earliest
    except TypeError as refused:
        print("as_completed:", refused)
    print("left")
    try:
        asyncio.run_coroutine_threadsafe(loop, work())
    except TypeError as refused:
        print("threadsafe:", refused)
    print("left")


asyncio.run(main())
