# Eager tasks that fail at once, tasks that could not be cancelled, callbacks that fail while main's exception is handled.
import asyncio
import gc


async def fails():
    raise ValueError('at once')


async def eager():
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    asyncio.create_task(fails(), name='lost')
    print('made')
    await asyncio.sleep(0)
    print('later')

asyncio.run(eager())
print('collecting')
gc.collect()
print('collected')


async def late():
    future = asyncio.get_running_loop().create_future()
    future.set_result(1)

    async def waits():
        try:
            await asyncio.sleep(9)
        finally:
            await asyncio.sleep(1)
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(0.5, future.set_result, 2)
    raise KeyError('main')

try:
    asyncio.run(late())
except KeyError as e:
    print(repr(e))
