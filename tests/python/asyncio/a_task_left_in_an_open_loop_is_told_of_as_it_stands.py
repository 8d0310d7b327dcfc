# The program ends with tasks that still wait; its loop is open and has a name. Each task is told of where it stands,
# before its coroutine is closed.
import asyncio


async def ticks():
    while True:
        print("tick")
        await asyncio.sleep(1)


async def waits_for(future):
    await future


loop = asyncio.new_event_loop()
loop.create_task(ticks(), name="ticks")
answer = loop.create_future()
loop.create_task(waits_for(answer), name="waits")
loop.call_later(2.5, loop.stop)
loop.run_forever()
print("end")
