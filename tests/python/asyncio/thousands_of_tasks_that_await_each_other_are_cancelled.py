# A chain of tasks, each of which awaits the one before it, is cancelled by its last one.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    async def waits(what):
        await what
    first = task = loop.create_future()
    tasks = []
    for _ in range(3_000):
        task = asyncio.create_task(waits(task))
        tasks.append(task)
        await asyncio.sleep(0)
    print(task.cancel())
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')
    print(first.cancelled(), all(task.cancelled() for task in tasks))

    # One that is done already: the task before it is cancelled itself.
    done = asyncio.create_task(asyncio.sleep(0))
    waiting = asyncio.create_task(waits(done))
    for _ in range(2):
        await asyncio.sleep(0)
    print(done.done(), waiting.done(), waiting.cancel())
    print(await asyncio.gather(waiting, return_exceptions=True))

asyncio.run(main())
