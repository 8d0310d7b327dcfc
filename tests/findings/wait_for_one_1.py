import asyncio
async def work(): pass
async def main():
    task = asyncio.create_task(work())
    await asyncio.wait(task)
asyncio.run(main())
# found: wait-for-one@5, repaired
