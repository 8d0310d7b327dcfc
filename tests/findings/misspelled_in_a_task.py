import asyncio
class Shop:
    def __init__(self): self.orders = []
    async def serve(self): return len(self.oders)
async def main():
    print(await asyncio.gather(Shop().serve(), return_exceptions=True))
    task = asyncio.create_task(Shop().serve())
    await asyncio.wait([task])
    print(await task)
asyncio.run(main())
# found: misspelled@4, repaired