import asyncio
async def work(n): return n
async def main():
    print(await asyncio.gather((work(1), work(2))))
asyncio.run(main())
# found: gathered-whole@4, repaired
