import asyncio

queue = asyncio.Queue()


async def gets():
    try:
        await asyncio.wait_for(queue.get(), 1)
    except TimeoutError:
        print('nothing')


async def joins():
    queue.put_nowait(1)
    try:
        await asyncio.wait_for(queue.join(), 1)
    except TimeoutError:
        print('not done')


async def tells(wait):
    try:
        await asyncio.wait_for(wait(), 1)
    except RuntimeError as error:
        print(str(error).replace(hex(id(queue)), 'ADDR').split(' object at')[0].split(' maxsize')[0])


asyncio.run(gets())
# Only what waits for an item is bound.
asyncio.run(joins())
asyncio.run(tells(queue.join))
queue.get_nowait()
asyncio.run(tells(queue.get))
asyncio.run(queue.join())
