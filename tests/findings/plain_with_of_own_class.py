import asyncio
class Lock:
    def __enter__(self):
        pass
    def __exit__(self, *details):
        pass
async def main():
    async with Lock():
        print('in')
asyncio.run(main())
# found: plain-with@8, repaired
