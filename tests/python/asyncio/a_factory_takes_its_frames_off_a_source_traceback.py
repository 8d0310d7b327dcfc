# In debug mode a task's _source_traceback is one list: what a factory takes off its end, reprs no longer show.
import asyncio


class Timed(asyncio.Task):
    def __init__(self, coro, *, loop):
        super().__init__(coro, loop=loop)


def factory(loop, coro):
    task = Timed(coro, loop=loop)
    del task._source_traceback[-1]
    print(task._source_traceback is task._source_traceback, task._source_traceback[-1].name)
    return task


async def work():
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(factory)
    task = asyncio.create_task(work())
    print(repr(task).rpartition('created')[2])
    await task
    future = loop.create_future()
    print(repr(future).rpartition('created')[1])
    future._source_traceback.clear()
    print(future)


asyncio.run(main(), debug=True)
