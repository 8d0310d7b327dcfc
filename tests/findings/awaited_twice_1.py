import asyncio
async def work():
    return 1
async def main():
    coroutine = work()
    await coroutine
    await coroutine
asyncio.run(main())
# found: awaited-twice@7
