import asyncio
async def work():
    with asyncio.Lock():
        pass
async def main():
    asyncio.create_task(work())
    await asyncio.sleep(1)
asyncio.run(main())
# found: async-with@3, never-retrieved@6, repaired
