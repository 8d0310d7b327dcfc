import asyncio


async def save(name):
    await asyncio.sleep(1)
    print(name, "is saved")


async def main():
    save("draft")
    await save("letter")
    print("both are saved, aren't they?")


asyncio.run(main())
