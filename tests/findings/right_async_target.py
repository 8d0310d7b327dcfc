import asyncio, threading
async def work(): print('ran')
async def main():
    await (await asyncio.to_thread(work))
asyncio.run(main())
threading.Thread(target=asyncio.run, args=(work(),)).start()
# found:
