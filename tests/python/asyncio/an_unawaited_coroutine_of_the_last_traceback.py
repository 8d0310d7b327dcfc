# A coroutine that only the last traceback holds is told of when sys.path is gone: nothing can import tracemalloc then.
import asyncio


async def task():
    await asyncio.sleep(0)


def first():
    task()


def closed():
    loop = asyncio.new_event_loop()
    loop.close()
    loop.run_until_complete(task())


closed()
