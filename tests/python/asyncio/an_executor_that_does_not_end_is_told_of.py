# The warning is at who awaits the coroutine: a coroutine of the program's, or the loop itself.
import asyncio
import threading
import warnings

warnings.showwarning = lambda message, category, file, line, *rest: print(message, 'at', file.rpartition('/')[2], line)
end = threading.Event()


async def waits():
    loop = asyncio.get_running_loop()
    loop.run_in_executor(None, end.wait)
    await asyncio.sleep(0.1)
    await loop.shutdown_default_executor(timeout=0.2)


loop = asyncio.new_event_loop()
loop.run_until_complete(waits())
end.set()
loop.close()
end.clear()
loop = asyncio.new_event_loop()
loop.run_in_executor(None, end.wait)
loop.run_until_complete(loop.shutdown_default_executor(0.2))
end.set()
loop.close()
