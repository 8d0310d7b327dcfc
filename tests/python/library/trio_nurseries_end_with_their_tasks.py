# recorded by hand: needs trio
"""A nursery waits for its tasks, gathers what they raise in a group, and starts those that tell when they are ready."""
import trio


async def child(n, fails=False):
    try:
        print('start', n)
        await trio.sleep(n / 10)
        if fails:
            raise ValueError(n)
        print('end', n)
    except trio.Cancelled:
        print('cancelled', n)
        raise
    finally:
        print('left', n)


async def server(value, task_status=trio.TASK_STATUS_IGNORED):
    await trio.sleep(0.1)
    task_status.started(value * 2)
    await trio.sleep(0.2)
    print('server ends')


async def silent(task_status):
    pass


async def breaks(task_status):
    raise KeyError('before it has started')


async def main():
    async with trio.open_nursery() as nursery:
        for n in (1, 2, 3):
            nursery.start_soon(child, n)
            await trio.sleep(0.01)
        print('body is over', len(nursery.child_tasks))
    try:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(child, 1, True)
            await trio.sleep(0.01)
            nursery.start_soon(child, 2)
    except* ValueError as group:
        print(repr(group))
    async with trio.open_nursery() as nursery:
        print(await nursery.start(server, 4))
        print('it is ready')
    await server(1)
    for function in (breaks, silent):
        try:
            async with trio.open_nursery() as nursery:
                await nursery.start(function)
        except BaseException as error:
            print(repr(error))
    for wrong in (lambda: 3, print):
        try:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(wrong)
        except* TypeError as group:
            print(group.exceptions[0])
    try:
        nursery.start_soon(child, 1)
    except RuntimeError as error:
        print(error)


trio.run(main)
