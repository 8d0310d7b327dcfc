import asyncio


async def main():
    print(await asyncio.wait_for(asyncio.sleep(2, "done"), timeout=1))


asyncio.run(main())
# found: timeout-not-caught@5
