import asyncio
import heapq
async def work():
    return 1
async def main():
    heap = []
    for n in range(2):
        heapq.heappush(heap, (1, asyncio.create_task(work())))
asyncio.run(main())
# found: