import asyncio
async def work(n): return n
def both(a): return a
async def main():
    both(work(1), work(2))
asyncio.run(main())
# found: wrong-arguments@5
