# Workers left at a queue: closing them cancels what they wait for, which a closed loop refuses.
import asyncio
async def worker(q):
    while True:
        item = await q.get(); print(item); q.task_done()
async def main():
    q = asyncio.Queue()
    ts = [asyncio.create_task(worker(q)) for _ in range(2)]
    q.put_nowait(1); await q.join()
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
loop.close()
