import asyncio


async def main():
    try:
        await asyncio.wait_for(asyncio.sleep(2), timeout=1)
    except TimeoutError:
        print("too slow")


asyncio.run(main())
# found:
