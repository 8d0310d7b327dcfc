import asyncio
class Ticks:
    def __init__(self):
        self.left = 2
    def __aiter__(self):
        return self
    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left
async def main():
    for tick in Ticks():
        print(tick)
asyncio.run(main())
# found: async-for@13, repaired
