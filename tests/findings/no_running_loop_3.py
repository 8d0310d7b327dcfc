import asyncio
async def work(): pass
asyncio.run(work())
asyncio.ensure_future(work())
# found: no-running-loop@4
