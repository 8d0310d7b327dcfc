# A worker waits at a queue that nobody else knows: nothing can ever wake it, though its loop is open and has a name.
# It goes before the tasks that a timer still wakes.
import asyncio


async def works(queue):
    while True:
        print("item", await queue.get())
        queue.task_done()


async def waits(event):
    await event.wait()


async def sleeps():
    await asyncio.sleep(10)


async def main():
    queue, known = asyncio.Queue(), asyncio.Event()
    asyncio.create_task(sleeps(), name="sleeps")
    asyncio.create_task(works(queue), name="works")
    asyncio.create_task(waits(asyncio.Event()), name="waits")
    asyncio.create_task(waits(known), name="knows")
    loop.call_later(20, known.set)
    for item in range(2):
        await queue.put(item)
    await queue.join()


loop = asyncio.new_event_loop()
loop.run_until_complete(main())
print("end")
