import asyncio


async def eat(kitchen, name):
    async with kitchen:
        await kitchen.wait()
        print(name, "eats")


async def main():
    kitchen = asyncio.Condition()
    guests = [asyncio.create_task(eat(kitchen, name)) for name in "abc"]
    await asyncio.sleep(0.1)
    async with kitchen:
        kitchen.notify()
    await asyncio.gather(*guests)


asyncio.run(main())
# found: deadlock@16, notified-few@15
