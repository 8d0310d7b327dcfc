"""A task that waits for a future that only it knows is garbage: it is reported when it is collected."""
import asyncio
import gc


async def lost(name):
    future = asyncio.get_running_loop().create_future()
    try:
        await future
    finally:
        print("finally of", name)


async def fails():
    raise ValueError("never looked at")


async def main():
    asyncio.create_task(lost("one"), name="one")
    kept = asyncio.create_task(lost("two"), name="two")
    await asyncio.sleep(0)
    print("collect")
    gc.collect()
    print("collected", len(asyncio.all_tasks()))
    kept.cancel()
    await asyncio.wait([kept])
    task = asyncio.create_task(fails(), name="fails")
    task.add_done_callback(lambda t: print("done", t is task))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    del task
    print("let go")
    gc.collect()
    print("end")


asyncio.run(main())
