import asyncio


async def work():
    print("working")

loop = asyncio.new_event_loop()
task = loop.create_task(work())
print("over")
# found: loop-over@8
