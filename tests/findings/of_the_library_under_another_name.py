import asyncio
from asyncio import Lock as L
class Lock:
    def __enter__(self): return self
    def __exit__(self, *a): pass
async def main():
    with L():
        pass
asyncio.run(main())
# found: async-with@7, repaired
