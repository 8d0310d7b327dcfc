import asyncio
async def main():
    sem = asyncio.Semaphore(2)
    async def work(n):
        await sem.acquire()
        await asyncio.sleep(1)
        print(n)
    await asyncio.gather(*(work(i) for i in range(3)))
asyncio.run(main())
# found: deadlock@8, not-released@5
