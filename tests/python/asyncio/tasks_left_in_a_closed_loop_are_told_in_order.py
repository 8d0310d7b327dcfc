# A loop that is closed while tasks wait, each in its own way: those that nobody else holds are told of in the order in
# which they were made, those in a list from its end.
import asyncio

kept = []
gate = asyncio.Event()


async def waits():
    await asyncio.Event().wait()


async def gets(queue):
    while True:
        await queue.get()


async def acquires():
    lock = asyncio.Lock()
    async with lock:
        await lock.acquire()


async def watches():
    await asyncio.get_running_loop().create_future()


async def passes():
    await gate.wait()


async def sleeps():
    while True:
        await asyncio.sleep(1)


async def leave():
    queue = asyncio.Queue()
    for work in (gets(queue), sleeps(), waits(), sleeps(), acquires(), watches(), sleeps()):
        asyncio.create_task(work)
    for _ in range(3):
        kept.append(asyncio.create_task(passes()))
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.run_until_complete(leave())
loop.close()
print("closed")
