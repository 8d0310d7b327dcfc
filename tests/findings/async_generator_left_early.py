import asyncio


async def numbers():
    n = 0
    while True:
        yield n
        n += 1


async def main():
    async for number in numbers():
        if number == 2:
            break

asyncio.run(main())
# found:
