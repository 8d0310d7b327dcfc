import asyncio
async def numbers():
    yield 1
async def main():
    print(await numbers())
asyncio.run(main())
# found: async-for@5
