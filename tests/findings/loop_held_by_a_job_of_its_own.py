import asyncio
async def work():
    await asyncio.sleep(1)
    return 1
async def main():
    loop = asyncio.get_running_loop()
    f = asyncio.run_coroutine_threadsafe(work(), loop)
    print(f.result())
asyncio.run(main())
# found: deadlock@8, loop-held@8
