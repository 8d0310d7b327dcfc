import asyncio
async def main(): pass
asyncio.run(main())
复制代码
# found: stray-word@4, repaired
