# An eager child's traceback leads back to gather's frame, which has the future that gather gives: only the garbage
# collector lets go of it. One that fails later leads to the loop.
import asyncio
import gc

async def fail(seconds):
    if seconds:
        await asyncio.sleep(seconds)
    raise ValueError(seconds)

async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('   ', context['message'], context['future'].exception()))
    for factory in (None, asyncio.eager_task_factory):
        loop.set_task_factory(factory)
        for seconds in (0, 1):
            print(factory is not None, seconds)
            future = asyncio.gather(fail(seconds), fail(seconds))
            await asyncio.sleep(2)
            del future
            print('  deleted')
            gc.collect()
            print('  collected')

asyncio.run(main())
