# The collector that the first warning brings puts coroutines behind their tasks: a task of a closed loop is told of before
# its coroutine is closed, if it was there then.
import asyncio


async def hold(lock):
    async with lock:
        pass


async def main(loop):
    lock = asyncio.Lock()
    await lock.acquire()
    loop.create_task(hold(lock))
    loop.create_task(asyncio.sleep(5))
    await asyncio.sleep(0)
    asyncio.sleep(1)


loop = asyncio.new_event_loop()
loop.run_until_complete(main(loop))
loop.close()
