import asyncio
async def work(n):
    await asyncio.sleep(n)
async def main():
    tasks = [asyncio.create_task(work(i)) for i in range(2)]
    await tasks
asyncio.run(main())
# found: orphan-task@5, several-awaited@6
