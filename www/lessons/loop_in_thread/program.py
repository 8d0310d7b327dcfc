import asyncio
import threading


async def fetch(page):
    print("loop: fetching", page)
    await asyncio.sleep(1)
    return page.upper()


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever)
thread.start()

future = asyncio.run_coroutine_threadsafe(fetch("news"), loop)
print("main: asked")
print("main: got", future.result())

loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print("main: the loop has stopped")
