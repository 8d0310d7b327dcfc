import asyncio

async def one(a, b):
    await a.get()
    await b.put(1)

async def main():
    a, b = asyncio.Queue(), asyncio.Queue()
    await asyncio.gather(one(a, b), one(b, a))

asyncio.run(main())
# found: deadlock@9
