import asyncio, threading
loop = asyncio.new_event_loop()
def run():
    asyncio.set_event_loop(loop)
    loop.run_forever()
t = threading.Thread(target=run)
t.start()
async def work():
    await asyncio.sleep(1)
    return 3
f = asyncio.run_coroutine_threadsafe(work(), loop)
print(f.result())
t.join()
# found: idle-loop@5
