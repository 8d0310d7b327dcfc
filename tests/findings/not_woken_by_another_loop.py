import asyncio, threading
q = asyncio.Queue()
async def producer():
    for i in range(3):
        await q.put(i)
        await asyncio.sleep(1)
async def consumer():
    for i in range(3):
        print(await q.get())
t = threading.Thread(target=lambda: asyncio.run(producer()))
t.start()
asyncio.run(consumer())
t.join()
# found: not-woken@5
