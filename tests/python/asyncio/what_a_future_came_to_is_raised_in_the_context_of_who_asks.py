# The exception of a task has the context of its own coroutine until somebody awaits the task: then it is raised once
# more, while the one who awaits, or whoever runs the loop, handles another. A plain future's is thrown in as it is.
import asyncio


def chain(error):
    found = []
    while error is not None:
        found.append(repr(error))
        error = error.__context__
    return " <- ".join(found)


async def fails(pause):
    try:
        {}["a"]
    except KeyError:
        await asyncio.sleep(pause)
        raise ValueError("task")


async def future_of(pause):
    future = asyncio.get_running_loop().create_future()
    error = ValueError("future")
    error.__context__ = KeyError("k")
    asyncio.get_running_loop().call_later(pause, future.set_exception, error)
    return future


async def told(title, awaitable):
    try:
        await awaitable
    except ValueError as error:
        print(f"{title:>10}: {chain(error)}")


async def while_handling(title, wait):
    try:
        try:
            1 / 0
        except ZeroDivisionError:
            await wait
    except ValueError as error:
        print(f"{title:>10}: {chain(error)}")


async def awaits():
    for pause in (0, 0.2):
        task = asyncio.create_task(fails(pause))
        await told("task", task)
        await told("again", task)
        await told("future", await future_of(pause))
        await told("gather", asyncio.gather(fails(pause)))
        await told("wait_for", asyncio.wait_for(fails(pause), 1))
        await told("shield", asyncio.shield(fails(pause)))
        done = asyncio.create_task(fails(0))
        await asyncio.sleep(0.1 + pause)
        await while_handling("done", asyncio.wait_for(done, 1))


async def waits_for(task):
    await task


async def cancelled_with_main():
    await asyncio.create_task(waits_for(asyncio.create_task(cleans_up(), name="cleaner")), name="waiter")


async def cleans_up():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise ValueError("cleaning up")


async def main():
    asyncio.create_task(cancelled_with_main(), name="outer")
    await asyncio.sleep(0.1)
    raise TimeoutError("main")


try:
    {}.popitem()
except KeyError:
    asyncio.run(awaits())
asyncio.run(main())
