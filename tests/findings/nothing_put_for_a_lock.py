import asyncio

async def produce(queue, lock):
    await queue.put(1)
    async with lock:
        await queue.put(2)

async def main():
    queue, lock = asyncio.Queue(), asyncio.Lock()
    await lock.acquire()
    producer = asyncio.create_task(produce(queue, lock))
    print(await queue.get(), await queue.get())
    lock.release()
    await producer

asyncio.run(main())
# found: deadlock@12
