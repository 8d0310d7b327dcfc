import asyncio
async def work():
    print("work")
async def main():
    job = work()
    print(1 / 0)
    await job
asyncio.run(main())
# found:
