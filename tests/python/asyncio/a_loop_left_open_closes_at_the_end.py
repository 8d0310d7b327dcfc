# Its finalizer does: what was ready goes there, at asyncio's line; tasks that names hold come after that, in their order.
import asyncio


async def first():
    await asyncio.sleep(1)


async def second():
    await asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.create_task(first())
held = [loop.create_task(second()) for _ in range(3)]
print("end")
