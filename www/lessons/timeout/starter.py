import asyncio


async def ask():
    await asyncio.sleep(3)
    return "a new answer"


async def main():
    print(await ask())
    print("go on")


asyncio.run(main())
