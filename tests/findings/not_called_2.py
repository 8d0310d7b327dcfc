import asyncio
async def work(): pass
async def main():
    await asyncio.wait_for(work, 1)
asyncio.run(main())
# found: not-called@4, repaired
