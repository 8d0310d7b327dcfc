import asyncio


async def never(n):
    await asyncio.sleep(n)


loop = asyncio.new_event_loop()
loop.create_task(never(1))
held = [loop.create_task(never(i)) for i in range(3)]
loop.close()
print("end")
