# The loop stays the current one; the coroutine in the frame of the uncaught exception is told of all the same.
import asyncio


async def never():
    await asyncio.sleep(1)


async def main():
    lost = [never()]
    raise RuntimeError("main")


loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
