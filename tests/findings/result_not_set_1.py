import asyncio
async def work():
    await asyncio.sleep(1)
    return [1, 2]
async def main():
    task = asyncio.create_task(work())
    print(task.result()[0])
asyncio.run(main())
# found: orphan-task@6, result-not-set@7, repaired