# A task left in a closed loop: its coroutine, which is older, is closed before the task is told of.
import asyncio
async def never(): await asyncio.Future()
async def main():
    t = asyncio.create_task(never(), name="N")
    await asyncio.sleep(.1)
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
