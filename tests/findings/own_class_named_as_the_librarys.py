import asyncio
class Lock:
    pass
async def main():
    lock = asyncio.Lock()
    with lock:
        pass
asyncio.run(main())
# found: async-with@6, repaired
