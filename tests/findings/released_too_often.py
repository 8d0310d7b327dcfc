import asyncio
sem = asyncio.BoundedSemaphore(2)
async def work(n):
    async with sem:
        await asyncio.sleep(1)
        print(n)
    sem.release()
async def main():
    await asyncio.gather(*(work(i) for i in range(3)))
asyncio.run(main())
# found: released-too-often@4, released-too-often@7, siblings-cut@9
