import asyncio


async def consumer(queue, name):
    while True:
        item = await queue.get()
        print(name, "got", item)
        await asyncio.sleep(0.5)
        queue.task_done()


async def main():
    queue = asyncio.Queue(maxsize=2)
    tasks = [asyncio.create_task(consumer(queue, name)) for name in ("a", "b")]
    for item in range(5):
        await queue.put(item)
        print("put", item)
    await queue.join()
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, return_exceptions=True))


asyncio.run(main())
