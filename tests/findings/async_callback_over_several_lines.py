import asyncio

async def work():
    print("work")

async def main():
    asyncio.get_running_loop().call_later(
        0.1,
        work,
    )
    await asyncio.sleep(1)

asyncio.run(main())
# found: async-callback@7
