import asyncio
import traceback


def deepest(exc):
    return [frame.name for frame in traceback.extract_tb(exc.__traceback__)]


async def main():
    tasks = []

    async def one():
        await asyncio.gather(tasks[1])

    async def two():
        await asyncio.gather(tasks[0], own)

    own = asyncio.get_running_loop().create_future()
    tasks += asyncio.create_task(one()), asyncio.create_task(two())
    await asyncio.sleep(0.1)
    try:
        tasks[0].cancel()
    except RecursionError as e:
        names = deepest(e)
        print(e, len(set(names)), len(names) > 900)
    print(tasks[0].cancelling() > 400, tasks[1].cancelling() > 400, own.cancelled())
    own.set_exception(KeyError("enough"))
    print(await asyncio.gather(*tasks, return_exceptions=True))


async def chain():
    """Gathers that wait for gathers, deep but not without end."""
    inner = leaf = asyncio.get_running_loop().create_future()
    for _ in range(600):
        inner = asyncio.gather(inner)
    print(inner.cancel(), leaf.cancelled())
    try:
        await inner
    except asyncio.CancelledError as e:
        print(repr(e))


asyncio.run(chain())
asyncio.run(main())
