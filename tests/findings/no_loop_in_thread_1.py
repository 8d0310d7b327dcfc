import asyncio, threading
async def work(): pass
def start():
    asyncio.get_event_loop().run_until_complete(work())
threading.Thread(target=start).start()
# found: no-loop-in-thread@4, repaired
