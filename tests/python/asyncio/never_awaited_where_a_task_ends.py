# A coroutine that a task's own variables hold is never awaited where the loop called the task's step.
import asyncio
import warnings


async def fetch():
    pass


async def kept():
    left = fetch()
    print('done')


async def twice():
    left = [fetch(), fetch()]
    await asyncio.sleep(1)


async def helper():
    left = fetch()


async def in_a_helper():
    await helper()
    print('helped')


class Noisy:
    def __del__(self):
        print('goes')

    async def run(self):
        await asyncio.sleep(1)


async def thrown_in():
    task = asyncio.create_task(Noisy().run())
    await asyncio.sleep(0)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        pass
    del task
    print('what was thrown in lives until the step ends')
    await asyncio.sleep(0)


for main in kept, twice, in_a_helper, thrown_in:
    asyncio.run(main())
warnings.simplefilter('always')
asyncio.run(kept())
