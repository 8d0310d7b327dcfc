import asyncio
async def work():
    print("work")
async def main():
    work()
    print(1 / 0)
asyncio.run(main())
# found: never-awaited@5, repaired
