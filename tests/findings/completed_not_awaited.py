import asyncio
async def work(n):
    await asyncio.sleep(n)
    return n
async def main():
    for t in asyncio.as_completed([work(2), work(1)]):
        print(t)
asyncio.run(main())
# found: completed-not-awaited@6, orphan-task@6
