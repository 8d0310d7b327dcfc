import asyncio
def work(): return 1
async def main():
    await work()
asyncio.run(main())
# found: not-awaitable@4
