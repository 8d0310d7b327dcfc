import asyncio
async def work(n): return n
async def main():
    jobs = [work(1), work(2)]
    print(await asyncio.gather(jobs))
asyncio.run(main())
# found: gathered-whole@5, repaired
