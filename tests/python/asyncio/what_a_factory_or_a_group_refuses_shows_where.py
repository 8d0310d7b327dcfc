"""A task that cannot be made passes through the eager factory; a group that takes no more closes what it is given."""
import asyncio
import traceback


def told(make, *args):
    try:
        make(*args)
    except Exception as error:
        print(type(error).__name__, error)
        for frame in traceback.extract_tb(error.__traceback__)[1:]:
            print('   ', frame.name, frame.line.splitlines()[0])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    for make in (asyncio.create_task, loop.create_task):
        told(make, 3)
    loop.set_task_factory(asyncio.create_eager_task_factory(lambda coro, **options: 1 / 0))
    coroutine = asyncio.sleep(0)
    told(asyncio.create_task, coroutine)
    coroutine.close()
    loop.set_task_factory(None)

    async with asyncio.TaskGroup() as group:
        pass
    told(group.create_task, 3)
    told(asyncio.TaskGroup().create_task, 3)


asyncio.run(main())
