import asyncio
async def main():
    async for number in [1]:
        print(number)
asyncio.run(main())
# found: plain-for@3, repaired
