import asyncio
event = asyncio.Event()
async def wait():
    await asyncio.wait_for(event.wait(), 1)
try:
    asyncio.run(wait())
except TimeoutError:
    asyncio.run(wait())
# found: other-loop@4
