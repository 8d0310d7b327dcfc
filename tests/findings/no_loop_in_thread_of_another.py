import asyncio, threading
def work():
    asyncio.get_event_loop().call_soon_threadsafe(print)
threading.Thread(target=work).start()
# found: no-loop-in-thread@3
