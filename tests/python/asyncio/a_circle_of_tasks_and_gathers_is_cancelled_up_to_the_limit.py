# Each waits for the next, the last one for a gather of the first: cancelling goes round until CPython's limit ends it.
import asyncio


async def waits(tasks):
    await asyncio.gather(*tasks)


async def through(tasks, depth):
    if depth:
        await asyncio.create_task(through(tasks, depth - 1))
    else:
        await waits(tasks)


async def main(depth):
    tasks = []
    first = asyncio.create_task(through(tasks, depth))
    tasks.append(first)
    await asyncio.sleep(0.1)
    try:
        print(depth, first.cancel())
    except RecursionError as error:
        print(depth, type(error).__name__, error)
    print([task.cancelling() > 0 for task in sorted(asyncio.all_tasks(), key=lambda task: task.get_name())])
    for task in asyncio.all_tasks() - {asyncio.current_task()}:
        task._log_destroy_pending = False
    # What is left cannot be cancelled: the loop ends without it.
    asyncio.get_running_loop().stop()


for depth in (0, 1, 2, 5):
    loop = asyncio.new_event_loop()
    task = loop.create_task(main(depth))
    loop.run_forever()
    print(depth, task.done())
