import asyncio
async def work(n): return n
async def main():
    print(await asyncio.gather({"a": work(1), "b": work(2)}))
asyncio.run(main())
# found: gathered-whole@4, repaired
