import asyncio
async def leaves():
    await asyncio.sleep(1)
    raise SystemExit(0)
async def serves():
    await asyncio.sleep(100)
async def main():
    await asyncio.gather(leaves(), serves())
asyncio.run(main())
# found:
