# Its frame is in the traceback, and holds the coroutine until the exception goes.
import asyncio


async def work():
    pass


asyncio.set_event_loop(None)
try:
    asyncio.ensure_future(work())
except RuntimeError as exc:
    print(exc)
    print("handled")
asyncio.ensure_future(work())
