import asyncio

async def fetch(n):
    await asyncio.sleep(1)
    return n

async def main():
    results = []
    for n in range(3):
        results.append(await asyncio.create_task(fetch(n)))
    print(results)

asyncio.run(main())
# found: one-by-one@10
