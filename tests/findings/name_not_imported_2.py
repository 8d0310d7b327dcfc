import asyncio


async def worker(q):
    while True:
        item = await q.get()
        await asyncio.sleep(0.1)
        print(item)
        q.task_done()


async def main():
    q = Queue()
    q.put_nowait(1)
    task = asyncio.create_task(worker(q))
    await q.join()
    task.cancel()


asyncio.run(main())
# found: name-not-imported@13, repaired
