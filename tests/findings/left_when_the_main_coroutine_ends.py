import asyncio
async def work():
    await asyncio.sleep(10)
async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
asyncio.run(main())
# found: orphan-task@5
