import asyncio


async def begins():
    global kept
    kept = asyncio.ensure_future(asyncio.sleep(3))
    await asyncio.sleep(0)


loop = asyncio.new_event_loop()
loop.set_debug(True)
loop.run_until_complete(begins())
loop.close()
print("closed")
