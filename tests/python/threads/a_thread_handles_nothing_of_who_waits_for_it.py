"""What asyncio.run handles while it closes its loop is nothing that a worker thread handles."""
import asyncio
import sys

tasks = []


def fails():
    print("the thread handles", repr(sys.exception()))
    raise OSError("in the thread")


async def waits():
    try:
        await asyncio.to_thread(fails)
    except OSError as error:
        print("caught", repr(error.__context__))
        raise


async def raises():
    print("the task handles", repr(sys.exception()))
    raise OSError("in the task")


async def late():
    try:
        await asyncio.sleep(10)
    finally:
        tasks.extend(asyncio.create_task(coroutine) for coroutine in (waits(), raises()))


async def main():
    task = asyncio.create_task(late())
    await asyncio.sleep(0)
    raise TimeoutError("main")


try:
    asyncio.run(main())
except TimeoutError:
    pass
print([repr(task.exception().__context__) for task in tasks])
