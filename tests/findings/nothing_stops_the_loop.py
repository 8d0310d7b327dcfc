import asyncio
async def work():
    await asyncio.sleep(1)
loop = asyncio.new_event_loop()
loop.create_task(work())
loop.run_forever()
# found: idle-loop@6
