import asyncio


async def main():
    while True:
        await asyncio.sleep(1)
        brake


asyncio.run(main())
# found: misspelled@7, repaired
