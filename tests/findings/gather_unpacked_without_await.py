import asyncio
async def work():
    return 1
async def main():
    a, b = asyncio.gather(work(), work())
asyncio.run(main())
# found: not-its-result@5