import asyncio

async def produce(queue):
    for n in range(3):
        await queue.put(n)

async def consume(queue):
    while True:
        print(await queue.get())

async def main():
    queue = asyncio.Queue()
    await asyncio.gather(produce(queue), consume(queue))

asyncio.run(main())
# found: deadlock@13, nothing-put@9
