import asyncio


async def inner():
    pass


async def main():
    task = asyncio.create_task(asyncio.wait_for(inner(), 5))
    task.cancel()
    await asyncio.wait([task])
    print('waited')
    del task
    print('deleted')
    task = asyncio.create_task(asyncio.wait_for(inner(), 5))
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print('cancelled')
    coroutine = asyncio.wait_for(inner(), 1)
    try:
        coroutine.throw(ValueError('thrown'))
    except ValueError as error:
        print(error)
    print('out')
    try:
        await asyncio.wait_for(asyncio.wait_for(inner(), 5), 0)
    except TimeoutError:
        print('late')
    print('end')


asyncio.run(main())
