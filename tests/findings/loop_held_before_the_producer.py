import asyncio
import queue

async def fill(q):
    q.put("item")

async def main():
    q = queue.Queue()
    filling = asyncio.create_task(fill(q))
    print(q.get())
    await filling

asyncio.run(main())
# found: deadlock@10, loop-held@10
