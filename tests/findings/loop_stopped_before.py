import asyncio


async def work():
    await asyncio.sleep(1)


async def main():
    asyncio.ensure_future(work())

loop = asyncio.new_event_loop()
loop.run_until_complete(main())
# found: loop-over@9
