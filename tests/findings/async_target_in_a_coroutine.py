import asyncio
async def work():
    print("w")
async def main():
    await asyncio.to_thread(work)
asyncio.run(main())
# found: async-target@5
