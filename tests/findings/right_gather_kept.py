import asyncio
async def tick():
    await asyncio.sleep(9)
async def main():
    background = asyncio.gather(tick(), tick())
    await asyncio.sleep(1)
    background.cancel()
asyncio.run(main())
# found: never-retrieved@5