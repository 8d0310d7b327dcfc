import asyncio
import gc
import weakref


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        try:
            task = asyncio.current_task()
        except RuntimeError:
            task = None
        print('del', self.name, task and task.get_name())


async def make(name):
    await asyncio.sleep(0)
    return Loud(name)


async def fail(name):
    kept = Loud(name)
    raise ValueError(name)


async def main():
    loop = asyncio.get_running_loop()
    await asyncio.create_task(make('task'))
    print('after')
    await asyncio.sleep(0)
    await asyncio.gather(make('gathered'))
    print('after')
    await asyncio.sleep(0)
    await asyncio.wait_for(make('waited for'), 1)
    print('after')
    await asyncio.sleep(0)
    await asyncio.shield(make('shielded'))
    print('after')
    await asyncio.sleep(0)
    future = loop.create_future()
    loop.call_soon(future.set_result, Loud('result'))
    await future
    del future
    print('after')
    await asyncio.sleep(0)
    try:
        await asyncio.create_task(fail('raised'))
    except ValueError:
        print('caught')
    print('after')
    await asyncio.sleep(0)
    asyncio.create_task(fail('lost'))
    await asyncio.sleep(0)
    print('next')
    loop.call_soon(Loud, 'called')
    await asyncio.sleep(0)
    print('next')
    async with asyncio.TaskGroup() as group:
        task = weakref.ref(group.create_task(make('grouped')))
    print('after', task())


asyncio.run(main())
