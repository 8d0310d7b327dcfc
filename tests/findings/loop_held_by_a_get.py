import asyncio, queue
q = queue.Queue()
async def producer():
    for i in range(3):
        await asyncio.sleep(1)
        q.put(i)
async def consumer():
    for i in range(3):
        print(q.get())
async def main():
    await asyncio.gather(producer(), consumer())
asyncio.run(main())
# found: deadlock@11, loop-held@9
