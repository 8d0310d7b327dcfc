import asyncio
async def w(n):
    await asyncio.sleep(n)
    return n
async def main():
    for coro in [w(1), w(2)]:
        asyncio.ensure_future(coro)
    tasks = asyncio.all_tasks()
    await asyncio.gather(*tasks)
asyncio.run(main())
# found: deadlock@9, waits-for-itself@9
