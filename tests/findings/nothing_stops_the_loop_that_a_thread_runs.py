import asyncio, threading
loop = asyncio.new_event_loop()
t = threading.Thread(target=loop.run_forever)
t.start()
async def work():
    await asyncio.sleep(1)
    return 3
f = asyncio.run_coroutine_threadsafe(work(), loop)
print(f.result())
# found: idle-loop@4
