import asyncio
def work(n): return 10 // n
async def main():
    asyncio.get_running_loop().run_in_executor(None, work, 0)
    task = asyncio.create_task(asyncio.to_thread(work, 0))
    await asyncio.sleep(1)
asyncio.run(main())
# found: never-retrieved@4, never-retrieved@5
