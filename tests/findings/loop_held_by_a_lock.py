import asyncio, threading
lock = threading.Lock()
async def work(n):
    with lock:
        print("in", n)
        await asyncio.sleep(1)
async def main():
    await asyncio.gather(work(1), work(2))
asyncio.run(main())
# found: deadlock@8, loop-held@4
