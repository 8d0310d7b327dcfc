import asyncio
async def main():
    q = asyncio.Queue(maxsize=2)
    for i in range(3):
        await q.put(i)
    while not q.empty():
        print(await q.get())
asyncio.run(main())
# found: deadlock@5, nothing-got@5
