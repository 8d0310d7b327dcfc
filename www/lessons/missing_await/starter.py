import asyncio


async def add(a, b):
    await asyncio.sleep(0.5)
    return a + b


async def show(text):
    await asyncio.sleep(0.5)
    print(text)


async def main():
    show("adding")
    print(type(add(2, 3)).__name__)
    await show("done")


asyncio.run(main())
