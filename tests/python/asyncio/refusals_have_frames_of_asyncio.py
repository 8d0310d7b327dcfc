# Frames of asyncio in the tracebacks of refusals and of a handler that fails; what a cancelled handle was, in debug mode.
import asyncio
import traceback


def fails(loop, context):
    raise TypeError("bad handler")


class Selfish:
    def __await__(self):
        yield asyncio.current_task()


async def awaits(it):
    await it


async def boom():
    raise KeyError("eager")


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(fails)
    loop.call_exception_handler({"message": "goes wrong"})
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    try:
        asyncio.Condition(5)
    except AttributeError as error:
        traceback.print_exception(error)
    group = asyncio.TaskGroup()
    try:
        group.create_task(boom())
    except RuntimeError as error:
        traceback.print_exception(error)
    async with group:
        pass
    try:
        group.create_task(boom())
    except RuntimeError as error:
        traceback.print_exception(error)
    try:
        await asyncio.create_task(awaits(Selfish()), name="selfish")
    except RuntimeError as error:
        print(error)
    loop.set_debug(True)
    timer = loop.call_later(1, print, "x", 1)
    handle = loop.call_soon(print, "y")
    timer.cancel()
    handle.cancel()
    print(timer, handle)
    loop.set_debug(False)
    loop.set_task_factory(asyncio.eager_task_factory)
    async with asyncio.TaskGroup() as group:
        group.create_task(boom())
        group.create_task(boom())


asyncio.run(main())
