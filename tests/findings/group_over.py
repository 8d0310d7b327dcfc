import asyncio
async def work():
    await asyncio.sleep(1)
async def main():
    async with asyncio.TaskGroup() as tg:
        pass
    tg.create_task(work())
asyncio.run(main())
# found: group-over@7
