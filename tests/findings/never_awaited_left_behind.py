import asyncio
async def work(): pass
async def main():
    jobs = [work()]
    asyncio.run(jobs.pop())
asyncio.run(main())
# found: loop-in-loop@5, repaired
