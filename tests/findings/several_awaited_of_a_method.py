import asyncio
class Repo:
    def load(self):
        return [1]
async def main():
    r = Repo()
    print(await r.load())
asyncio.run(main())
# found: several-awaited@7
