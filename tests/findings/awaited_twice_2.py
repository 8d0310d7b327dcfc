import asyncio
async def work():
    return 1
async def again(coroutine):
    await coroutine
    await coroutine
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(again(work()))
asyncio.run(main())
# found: awaited-twice@6
