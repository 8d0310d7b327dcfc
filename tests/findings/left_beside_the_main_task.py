import asyncio
async def left():
    await asyncio.sleep(60)
async def main():
    await asyncio.sleep(1)
with asyncio.Runner() as runner:
    task = runner.get_loop().create_task(left())
    runner.run(main())
# found: orphan-task@7
