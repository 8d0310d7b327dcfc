import asyncio


async def waiting(what):
    await what


async def late():
    try:
        await asyncio.sleep(10)
    finally:
        asyncio.ensure_future(waiting(event.wait()))
        asyncio.ensure_future(waiting(lock.acquire()))
        asyncio.ensure_future(waiting(asyncio.sleep(5)))
        await asyncio.sleep(0)


async def main():
    global event, lock
    event = asyncio.Event()
    lock = asyncio.Lock()
    await lock.acquire()
    task = asyncio.create_task(late())
    await asyncio.sleep(0)


asyncio.run(main())
