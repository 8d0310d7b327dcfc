import asyncio

async def fetch(n):
    await asyncio.sleep(1)
    return n

async def main():
    token = 0
    for _ in range(3):
        token = await fetch(token)
    for n in range(3):
        if await fetch(n):
            break
    for _ in range(3):
        await asyncio.sleep(1)

asyncio.run(main())
# found:
