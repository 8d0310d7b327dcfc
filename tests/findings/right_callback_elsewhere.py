import asyncio

async def work():
    print("work")

async def main():
    # loop.call_soon(print, work) would not run it
    work()
    task = asyncio.create_task(asyncio.sleep(0.1))
    task.add_done_callback(lambda _: print("done: work"))
    await task

asyncio.run(main())
# found: never-awaited@8, repaired
