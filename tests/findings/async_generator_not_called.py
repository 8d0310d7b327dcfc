import asyncio
async def numbers():
    yield 1
async def main():
    async for number in numbers:
        print(number)
asyncio.run(main())
# found: not-called@5, repaired
