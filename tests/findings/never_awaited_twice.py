import asyncio
async def work(): pass
async def main():
    for _ in range(3):
        work()
asyncio.run(main())
# found: never-awaited@5, repaired
