import asyncio
async def work(n): return n
async def main():
    try:
        asyncio.run(work(1))
    except RuntimeError as e:
        print(e)
asyncio.run(main())
# found: loop-in-loop@5, repaired
