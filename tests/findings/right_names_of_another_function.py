import asyncio
async def worker():
    return await queue.get()
async def main():
    queue = asyncio.Queue()
    await worker()
asyncio.run(main())
# found: