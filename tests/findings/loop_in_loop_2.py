import asyncio
async def work():
    return 1
async def main():
    asyncio.get_running_loop().run_until_complete(work())
asyncio.run(main())
# found: loop-in-loop@5, repaired
