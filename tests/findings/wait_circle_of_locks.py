import asyncio

async def swap(mine, other):
    async with mine:
        await asyncio.sleep(1)
        async with other:
            print("both")

async def main():
    left, right = asyncio.Lock(), asyncio.Lock()
    try:
        async with asyncio.timeout(5):
            await asyncio.gather(swap(left, right), swap(right, left))
    except TimeoutError:
        print("given up")

asyncio.run(main())
# found: wait-circle@6
