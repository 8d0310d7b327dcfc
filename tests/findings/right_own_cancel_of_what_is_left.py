import asyncio
async def work():
    await asyncio.sleep(10)
async def main():
    global t
    t = asyncio.create_task(work())
    await asyncio.sleep(0)
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
t.cancel()
try:
    loop.run_until_complete(t)
except asyncio.CancelledError:
    print("cancelled")
loop.close()
# found: 
