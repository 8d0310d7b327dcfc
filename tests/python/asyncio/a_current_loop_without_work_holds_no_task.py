# Nobody will ever wake the tasks: the loop knows nothing of them, and they go with the names.
import asyncio


async def waits():
    await queue.get()


async def main():
    asyncio.create_task(waits())
    await asyncio.sleep(0)


queue = asyncio.Queue()
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
loop.run_until_complete(main())
print("end")
