import asyncio

async def fetch(n):
    await asyncio.sleep(1)

async def worker(pages):
    for page in pages:
        await fetch(page)

async def main():
    await asyncio.gather(worker([1, 2]), worker([3, 4]))

asyncio.run(main())
# found:
