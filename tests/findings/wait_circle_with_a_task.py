import asyncio

async def write(lock):
    async with lock:
        print("written")

async def main():
    lock = asyncio.Lock()
    async with lock:
        task = asyncio.create_task(write(lock))
        await asyncio.sleep(0)
        try:
            await asyncio.wait_for(task, 1)
        except TimeoutError:
            print("not written")

asyncio.run(main())
# found: wait-circle@13
