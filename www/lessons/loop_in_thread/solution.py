import asyncio
import threading
import time


async def greet(name):
    await asyncio.sleep(1)
    return f"hello, {name}"


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()
start = time.monotonic()
ann = asyncio.run_coroutine_threadsafe(greet("ann"), loop)
bo = asyncio.run_coroutine_threadsafe(greet("bo"), loop)
print(ann.result())
print(bo.result())
print("after", round(time.monotonic() - start, 1), "s")
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
