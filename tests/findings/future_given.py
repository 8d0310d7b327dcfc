import asyncio
async def work():
    await asyncio.sleep(2)
    print("saved")
async def main():
    t = asyncio.create_task(asyncio.shield(work()))
    await asyncio.sleep(1)
    t.cancel()
asyncio.run(main())
# found: future-given@6, orphan-task@6
