import asyncio
async def count():
    return 2
async def main():
    print('one more:', count() + 1)
asyncio.run(main())
# found: never-awaited@5, repaired