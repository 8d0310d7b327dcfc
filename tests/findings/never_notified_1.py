import asyncio


async def eat(kitchen):
    async with kitchen:
        await kitchen.wait()
        print("eats")


async def main():
    await asyncio.wait([asyncio.create_task(eat(asyncio.Condition()))])


asyncio.run(main())
# found: deadlock@11, never-notified@6
