import asyncio
async def work():
    return [1, 2]
async def main():
    task = asyncio.create_task(work())
    print(task[0])
asyncio.run(main())
# found: not-its-result@6