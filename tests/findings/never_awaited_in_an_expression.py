import asyncio
async def count():
    return 2
async def main():
    print(f'{count()} in all')
asyncio.run(main())
# found: never-awaited@5, repaired