# A group that shuts down, is over or was never entered closes the coroutine and says so, in its own frame.
import asyncio
import traceback


async def nothing():
    pass


async def fails():
    raise KeyError('6')


async def shows(task):
    try:
        await task
    except BaseException as e:
        traceback.print_exception(e)


async def eager():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:
        group.create_task(fails())
        group.create_task(nothing())


async def over():
    async with asyncio.TaskGroup() as group:
        group.create_task(nothing())
    group.create_task(nothing())


async def never():
    asyncio.TaskGroup().create_task(nothing())


for case in eager, over, never:
    asyncio.run(shows(case()))
