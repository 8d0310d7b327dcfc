import asyncio


async def waits():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    raise RuntimeError("main")


loop = asyncio.new_event_loop()
try:
    loop.run_until_complete(main())
finally:
    loop.close()
