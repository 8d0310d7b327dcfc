import asyncio


async def producer(queue):
    for number in range(3):
        await queue.put(number)
    print("all made")


async def consumer(queue):
    while True:
        number = await queue.get()
        await asyncio.sleep(1)
        print("used", number)


async def main():
    queue = asyncio.Queue(maxsize=1)
    async with asyncio.timeout(10):
        await asyncio.gather(producer(queue), consumer(queue))
    print("over")


asyncio.run(main())
