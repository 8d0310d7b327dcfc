# recorded by hand: needs anyio
"""The same program on both of anyio's backends: groups, scopes, streams, locks, threads."""
import asyncio
import time

import anyio
from anyio import from_thread, to_thread


async def child(n, fails=False):
    try:
        await anyio.sleep(n / 10)
        if fails:
            raise ValueError(n)
        print('end', n)
    except anyio.get_cancelled_exc_class():
        print('cancelled', n)
        raise


async def server(value, *, task_status=anyio.TASK_STATUS_IGNORED):
    await anyio.sleep(0.1)
    task_status.started(value * 2)
    try:
        await anyio.sleep_forever()
    finally:
        print('server ends')


async def producer(stream):
    async with stream:
        for i in range(3):
            await stream.send(i)


async def worker(shared, name):
    async with shared:
        print(name, 'works')
        await anyio.sleep(0.1)


def blocks(n):
    return from_thread.run(anyio.sleep, 0.1), from_thread.run_sync(len, 'four'), n


async def main():
    print(anyio.get_current_task().name)
    async with anyio.create_task_group() as group:
        group.start_soon(child, 1)
        print(await group.start(server, 21))
        await anyio.sleep(0.2)
        group.cancel_scope.cancel()
    try:
        async with anyio.create_task_group() as group:
            group.start_soon(child, 1, True)
            await anyio.sleep(0.01)
            group.start_soon(child, 2)
    except* ValueError as failed:
        print(repr(failed))
    with anyio.move_on_after(0.1) as scope:
        await child(5)
    print(scope.cancelled_caught)
    try:
        with anyio.fail_after(0.1):
            await anyio.sleep(1)
    except TimeoutError as error:
        print(repr(error))
    with anyio.CancelScope() as outer:
        outer.cancel()
        with anyio.CancelScope(shield=True):
            await anyio.sleep(0.1)
            print('shielded')
        await anyio.sleep(0.1)
    print(outer.cancelled_caught)
    sender, receiver = anyio.create_memory_object_stream[int](1)
    async with anyio.create_task_group() as group:
        group.start_soon(producer, sender)
        async with receiver:
            async for item in receiver:
                print(item, receiver.statistics().open_send_streams)
    for shared in (anyio.Lock(), anyio.Semaphore(1), anyio.CapacityLimiter(1)):
        async with anyio.create_task_group() as group:
            for name in 'xy':
                group.start_soon(worker, shared, name)
                await anyio.sleep(0.01)
            print(shared.statistics().tasks_waiting)
    print(await to_thread.run_sync(blocks, 3))
    for abandon in (False, True):
        with anyio.move_on_after(0.1) as scope:
            await to_thread.run_sync(time.sleep, 0.3, abandon_on_cancel=abandon)
        print(scope.cancelled_caught)


async def within_asyncio():
    async with asyncio.timeout(1):
        with anyio.move_on_after(0.1):
            await asyncio.sleep(9)
    return 'both'


anyio.run(main)
anyio.run(main, backend='trio')
print(asyncio.run(within_asyncio()))
with from_thread.start_blocking_portal() as portal:
    print(portal.call(within_asyncio))
