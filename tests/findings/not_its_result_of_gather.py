import asyncio
async def work():
    return 1
async def main():
    both = asyncio.gather(work(), work())
    print('first', both[0])
    print('second')
    await both
asyncio.run(main())
# found: not-its-result@6