import asyncio
async def work(n): return n
async def main():
    await asyncio.wait_for(work(1))
asyncio.run(main())
# found: other-arguments@4
