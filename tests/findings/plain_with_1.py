import asyncio
async def main():
    async with open('file', 'w'):
        pass
asyncio.run(main())
# found: plain-with@3, repaired
