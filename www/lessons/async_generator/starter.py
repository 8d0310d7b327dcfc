import asyncio


async def numbers():
    for number in range(1, 7):
        await asyncio.sleep(0.5)
        yield number


async def evens(numbers):
    async for number in numbers:
        yield number


async def main():
    async for number in evens(numbers()):
        print(number)


asyncio.run(main())
