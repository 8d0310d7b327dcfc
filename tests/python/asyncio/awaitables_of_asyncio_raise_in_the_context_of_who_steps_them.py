# A task whose coroutine is asyncio's own raises while whoever steps it handles an exception: the loop's runner at the
# end, or the code that makes an eager task.
import asyncio


async def cleans_up(queue):
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        async with asyncio.TaskGroup() as group:
            group.create_task(queue.put("last"), name="put")


def told(task):
    error = task.exception()
    print(task.get_name(), repr(error), "in the context of", repr(error.__context__))


async def eager():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    queue = asyncio.Queue()
    queue.shutdown()
    for name, coroutine in [("put", queue.put(1)), ("get", queue.get()), ("wait", asyncio.wait([]))]:
        try:
            {}[name]
        except KeyError:
            asyncio.create_task(coroutine, name=name).add_done_callback(told)
    await asyncio.sleep(0.1)


async def main():
    queue = asyncio.Queue()
    queue.shutdown()
    asyncio.create_task(cleans_up(queue), name="cleaner")
    await asyncio.sleep(1)
    raise TimeoutError("main")


asyncio.run(eager())
asyncio.run(main())
