import asyncio
async def work(): pass
def callback():
    asyncio.run(coroutine)
async def main():
    asyncio.get_running_loop().call_soon(callback)
    await asyncio.sleep(1)
coroutine = work()
asyncio.run(main())
coroutine.close()
# found: loop-in-loop@4
