import asyncio
async def work():
    return 1
async def on_done(t):
    print(t.result())
async def main():
    t = asyncio.create_task(work())
    t.add_done_callback(on_done)
    await asyncio.sleep(1)
asyncio.run(main())
# found: async-callback@8
