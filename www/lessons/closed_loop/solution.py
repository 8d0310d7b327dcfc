import asyncio


async def greet(name):
    await asyncio.sleep(1)
    print("hello,", name)


async def main():
    await greet("ann")
    await greet("bo")


asyncio.run(main())
