import asyncio
async def work():
    return 1
loop = asyncio.new_event_loop()
loop.run_until_complete(work())
loop.close()
loop.run_until_complete(work())
# found: closed-loop@7
