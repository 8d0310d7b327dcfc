import asyncio


async def main(seconds):
    await asyncio.sleep(seconds)


asyncio.run(main("1"))
# found: text-for-number@5
