import asyncio
class Pool:
    async def __aenter__(self):
        return self
    async def __aexit__(self, *details):
        pass
async def main():
    with Pool() as pool:
        print(pool is not None)
asyncio.run(main())
# found: async-with@8, repaired
