"""Debug mode: where coroutines, tasks, futures and handles were made."""
import asyncio, time

async def never(): pass
async def boom(): raise ValueError("x")
def cb(): 1 / 0
def make(): return asyncio.create_task(boom(), name="made")
async def inner():
    never()
    make()
    await asyncio.sleep(0.1)
async def main():
    await inner()
    loop = asyncio.get_running_loop()
    loop.call_soon(cb)
    loop.call_later(0.1, cb)
    f = loop.create_future(); f.set_exception(KeyError(1)); del f
    f = asyncio.Future(); f.set_exception(KeyError(2)); del f
    async with asyncio.TaskGroup() as tg: tg.create_task(inner(), name="in group")
    await asyncio.sleep(0.2)
    asyncio.sleep(3)
    asyncio.create_task(inner(), name="T")
asyncio.run(main(), debug=True)
never()
loop = asyncio.new_event_loop(); loop.set_debug(True)
loop.run_until_complete(inner())
async def late():
    asyncio.get_running_loop().set_debug(True)
    never()
    loop.set_exception_handler(lambda l, c: print(c["message"], [f.name for f in c["source_traceback"]]))
    asyncio.create_task(boom(), name="late"); await asyncio.sleep(0)
    await asyncio.sleep(0)
loop.set_debug(False)
loop.run_until_complete(late())
loop.close()
with asyncio.Runner(debug=True) as r:
    r.run(inner())
