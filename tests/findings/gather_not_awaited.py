import asyncio
async def work():
    await asyncio.sleep(1)
    return 1
async def main():
    both = asyncio.gather(work(), work())
    print('asked')
asyncio.run(main())
# found: never-retrieved@6, orphan-task@6, repaired