"""What an exception that comes from an await says of another that is being handled; what is left of frames."""
import asyncio
import traceback


async def fails(n):
    raise KeyError(n)


async def unbegun(n):
    pass


def told(exc):
    links = []
    while exc is not None:
        links.append(repr(exc))
        exc = exc.__cause__ or exc.__context__
    print(' <- '.join(links))


async def gathered():
    try:
        raise RuntimeError('handled')
    except RuntimeError:
        await asyncio.gather(fails(1))


async def awaited_later():
    task = asyncio.create_task(fails(2))
    try:
        raise RuntimeError('handled')
    except RuntimeError:
        await task


async def asked():
    task = asyncio.create_task(fails(3))
    await asyncio.wait([task])
    try:
        raise RuntimeError('handled')
    except RuntimeError:
        task.result()


async def awaited_done():
    task = asyncio.create_task(fails(4))
    await asyncio.wait([task])
    try:
        raise RuntimeError('handled')
    except RuntimeError:
        await task


async def timed_out():
    try:
        raise RuntimeError('handled')
    finally:
        await asyncio.wait_for(asyncio.Event().wait(), 0)


async def through_two():
    async def inner():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            raise ValueError('instead')
    async def outer():
        try:
            raise RuntimeError('handled')
        except RuntimeError:
            await inner()
    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    task.cancel()
    await task


async def cancelled_before_it_began():
    task = asyncio.create_task(unbegun(1))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError as e:
        traceback.print_exception(e)
        raise


async def items():
    try:
        for n in range(3):
            await asyncio.sleep(0)
            yield n
    finally:
        print('items end in', asyncio.current_task().get_name())


async def leaves_a_loop():
    async for item in items():
        raise ValueError(item)


for part in (gathered, awaited_later, asked, awaited_done, timed_out, through_two, cancelled_before_it_began,
             leaves_a_loop):
    print(part.__name__)
    try:
        asyncio.run(part())
    except BaseException as e:
        told(e)


def numbers():
    try:
        yield 1
        yield 2
    finally:
        print('closed')


class Noted:
    def __init__(self, n):
        self.n = n

    def __enter__(self):
        return self

    def __exit__(self, *args):
        print('exit', self.n)

    def __del__(self):
        print('gone', self.n)


def in_loop():
    for n in numbers():
        raise ValueError(n)


def in_call():
    with Noted(1):
        print([Noted(2), Noted(3)], 1 / 0)


def in_comprehension():
    return Noted(4), [n for n in numbers() if 1 / 0]


for part in in_loop, in_call, in_comprehension:
    try:
        part()
    except Exception as e:
        print('handling', repr(e))
