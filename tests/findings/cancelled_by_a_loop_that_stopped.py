import asyncio
async def work():
    await asyncio.sleep(10)
async def main():
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
for t in asyncio.all_tasks(loop):
    t.cancel()
# found: loop-over@5
