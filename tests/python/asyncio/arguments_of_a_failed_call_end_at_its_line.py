import asyncio
async def f(): pass
async def main():
    loop = asyncio.get_event_loop()
    await asyncio.wait_for(f(), 1, loop=loop)
asyncio.run(main())
