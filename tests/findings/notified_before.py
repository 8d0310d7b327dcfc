import asyncio

async def wait(condition):
    async with condition:
        await condition.wait()

async def notify(condition):
    async with condition:
        condition.notify_all()

async def main():
    condition = asyncio.Condition()
    await asyncio.gather(notify(condition), wait(condition))

asyncio.run(main())
# found: deadlock@13, notified-before@5
