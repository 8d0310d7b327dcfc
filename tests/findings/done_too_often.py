import asyncio
async def main():
    q = asyncio.Queue()
    q.put_nowait(1)
    await q.get()
    q.task_done()
    q.task_done()
asyncio.run(main())
# found: done-too-often@7
