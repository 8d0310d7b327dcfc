import asyncio
async def ok(n):
    await asyncio.sleep(n)
    print("ok", n)
    return n
async def bad():
    await asyncio.sleep(0.5)
    raise ValueError("bad")
async def main():
    await asyncio.gather(ok(1), bad(), ok(2))
asyncio.run(main())
# found: siblings-cut@10
