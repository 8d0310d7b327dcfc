import asyncio
async def work(n): return n
async def main():
    print(await asyncio.gather(work(i) for i in range(3)))
asyncio.run(main())
# found: gathered-whole@4, repaired
