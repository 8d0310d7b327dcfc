import asyncio

async def producer(queue):
    for number in range(6):
        await queue.put(number)
        print("made", number)
        await asyncio.sleep(0.25)

async def consumer(name, queue):
    while True:
        number = await queue.get()
        await asyncio.sleep(1.5)
        print(name, "used", number)
        queue.task_done()

async def main():
    queue = asyncio.Queue(maxsize=2)
    users = [
        asyncio.create_task(consumer(name, queue), name=name)
        for name in ("ann", "bob")
    ]
    await producer(queue)
    await queue.join()
    for user in users:
        user.cancel()
    print("everything is used")

asyncio.run(main())
