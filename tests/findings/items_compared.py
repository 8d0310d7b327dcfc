import asyncio
async def main():
    q = asyncio.PriorityQueue()
    await q.put((1, {"a": 1}))
    await q.put((1, {"b": 1}))
    print(await q.get())
asyncio.run(main())
# found: items-compared@5
