import asyncio
async def work(n): return n
async def main():
    jobs = (work(i) for i in range(3))
    print(await asyncio.gather(jobs))
asyncio.run(main())
# found: gathered-whole@5, repaired
