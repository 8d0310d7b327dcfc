import asyncio
from asyncache import cached, cachedmethod
from cachetools import TTLCache, LRUCache
@cached(TTLCache(1024, 600))
async def f(x): print('f', x); await asyncio.sleep(1); return x
@cached({}, lock=asyncio.Lock())
async def g(x, y=0): print('g', x, y); return x
class A:
    def __init__(self): self.c = LRUCache(2)
    @cachedmethod(lambda self: self.c)
    async def m(self, x): print('m', x); return x
    @cachedmethod(lambda self: None)
    async def n(self, x): print('n', x); return x
@cached(LRUCache(1))
def s(x): print('s', x); return x
async def main():
    await f(1); await f(1); await asyncio.gather(f(2), f(2)); await g(1); await g(1); await g(1, y=2); a = A(); await a.m(1); await a.m(1); await a.n(1); await a.n(1); print(len(a.c)); s(1); s(1); s(2); s(1)
    print(f.__name__, asyncio.iscoroutinefunction(f))
asyncio.run(main())
