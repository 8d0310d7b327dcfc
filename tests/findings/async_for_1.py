import asyncio
async def numbers():
    yield 1
async def main():
    for number in numbers():
        print(number)
asyncio.run(main())
# found: async-for@5, repaired
