import asyncio
lock = asyncio.Lock()
async def work(n):
    await lock.acquire()
    print("in", n)
    if n == 1:
        return
    lock.release()
async def main():
    await asyncio.gather(work(0), work(1), work(2))
asyncio.run(main())
# found: deadlock@10, not-released@4
