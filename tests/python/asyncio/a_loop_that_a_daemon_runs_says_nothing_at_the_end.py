import asyncio
import threading


async def waits():
    try:
        await asyncio.sleep(50)
    finally:
        print("never")


async def quick():
    await asyncio.sleep(0.1)
    return "quick"


loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, daemon=True)
thread.start()
waiting = asyncio.run_coroutine_threadsafe(waits(), loop)
print(asyncio.run_coroutine_threadsafe(quick(), loop).result())
print(waiting.done())
