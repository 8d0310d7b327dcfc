# Both live until the step ends: first goes the exception with what its frames hold, then the task that was awaited.
import asyncio
import weakref


class Loud:
    def __del__(self):
        print("del")


async def waits():
    loud = Loud()
    await asyncio.Event().wait()


async def main(debug):
    asyncio.get_running_loop().set_debug(debug)
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    reference = weakref.ref(task, lambda _: print("task gone"))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    del task
    print("step ends", reference() is not None)
    await asyncio.sleep(0)
    print("next step", reference())


asyncio.run(main(False))
asyncio.run(main(True))
