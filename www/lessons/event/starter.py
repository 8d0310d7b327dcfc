import asyncio


async def guest(name):
    print(name, "eats")


async def cook():
    await asyncio.sleep(2)
    print("the table is laid")


async def main():
    await asyncio.gather(guest("ann"), guest("bo"), cook())


asyncio.run(main())
