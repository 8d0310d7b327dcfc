import asyncio, threading
async def work(): pass
async def main():
    threading.Thread(target=lambda: open('names.txt')).start()
    await asyncio.sleep(1)
    work()
asyncio.run(main())
# found: missing-file@4, never-awaited@6, repaired
