# Tasks that only their own wait leads to are collected, whatever they wait in.
import asyncio
import gc


async def stuck():
    await asyncio.get_running_loop().create_future()


async def in_wait():
    await asyncio.wait([asyncio.ensure_future(stuck()), asyncio.ensure_future(stuck())])


async def in_wait_for():
    await asyncio.wait_for(stuck(), None)


async def in_barrier():
    await asyncio.Barrier(2).wait()


async def in_as_completed():
    for one in asyncio.as_completed([stuck()]):
        await one


async def in_async_as_completed():
    async for one in asyncio.as_completed([stuck()]):
        await one


async def in_gather():
    await asyncio.gather(stuck(), stuck())


async def in_shield():
    await asyncio.shield(stuck())


async def main():
    for waits in in_wait, in_wait_for, in_barrier, in_as_completed, in_async_as_completed, in_gather, in_shield:
        task = asyncio.create_task(waits(), name=waits.__name__)
        await asyncio.sleep(0.1)
        del task
        gc.collect()
        left = asyncio.all_tasks() - {asyncio.current_task()}
        print(waits.__name__, sorted(task.get_name() for task in left))


asyncio.run(main())
