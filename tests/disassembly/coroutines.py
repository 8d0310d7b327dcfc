import asyncio


async def consumer(queue):
    async with asyncio.timeout(1):
        item = await queue.get()
    async for x in queue:
        print(x, [await y async for y in x if y])
    return item


def outer(xs):
    got = yield xs
    yield from (x for x in xs if x > got)


asyncio.run(consumer(asyncio.Queue()))
