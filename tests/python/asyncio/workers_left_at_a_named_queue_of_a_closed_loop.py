# The same where a name leads to the queue: there are no lines any more.
import asyncio
q = asyncio.Queue()
async def worker():
    while True:
        item = await q.get(); print(item); q.task_done()
async def main():
    ts = [asyncio.create_task(worker()) for _ in range(2)]
    q.put_nowait(1); await q.join()
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
