import asyncio
async def work(): pass
async def main():
    await asyncio.gather(work(), open('names.txt'))
asyncio.run(main())
# found: missing-file@4, repaired
