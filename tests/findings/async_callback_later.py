import asyncio
async def tick():
    print("tick")
async def main():
    asyncio.get_running_loop().call_later(1, tick)
    await asyncio.sleep(2)
asyncio.run(main())
# found: async-callback@5
