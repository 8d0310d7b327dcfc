import asyncio


async def work():
    await asyncio.sleep(0)


def show(task):
    print(task)
    print([(frame.name, frame.lineno) for frame in task._source_traceback][-4:])


async def main():
    loop = asyncio.get_running_loop()
    loop.set_task_factory(asyncio.eager_task_factory)
    show(asyncio.create_task(work()))
    show(loop.create_task(work()))
    show(asyncio.ensure_future(work()))
    show(asyncio.eager_task_factory(loop, work()))
    async with asyncio.TaskGroup() as group:
        show(group.create_task(work()))
    loop.set_task_factory(lambda loop, coro, **options: asyncio.Task(coro, loop=loop, **options))
    show(asyncio.create_task(work()))


asyncio.run(main(), debug=True)


async def several():
    gathered = asyncio.gather(work(), work())
    task = next(iter(asyncio.all_tasks() - {asyncio.current_task()}))
    print([(frame.name, frame.lineno) for frame in task._source_traceback][-3:])
    await gathered
    for earliest in asyncio.as_completed([work()]):
        task = next(iter(asyncio.all_tasks() - {asyncio.current_task()}))
        print([(frame.name, frame.lineno) for frame in task._source_traceback][-4:])
        await earliest
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    for earliest in asyncio.as_completed([work()]):
        task = next(iter(asyncio.all_tasks() - {asyncio.current_task()}))
        print([(frame.name, frame.lineno) for frame in task._source_traceback][-6:])
        await earliest


asyncio.run(several(), debug=True)
