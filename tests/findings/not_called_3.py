import asyncio
async def work(): pass
async def main():
    await work()
    await work
asyncio.run(main())
# found: not-called@5, repaired
