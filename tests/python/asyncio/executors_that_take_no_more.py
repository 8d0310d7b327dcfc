# What run_in_executor is refused shows its frames.
import asyncio
import traceback
from concurrent.futures import ThreadPoolExecutor


async def attempt(make):
    try:
        await make()
    except Exception:
        traceback.print_exc()


async def main():
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(1) as executor:
        pass
    await attempt(lambda: loop.run_in_executor(executor, print, 1))
    await attempt(lambda: loop.run_in_executor(5, print, 1))
    await loop.shutdown_default_executor()
    await attempt(lambda: loop.run_in_executor(None, print, 1))
    await attempt(lambda: asyncio.to_thread(print, 1))


asyncio.run(main())
loop = asyncio.new_event_loop()
loop.close()
loop.run_in_executor(None, print)
