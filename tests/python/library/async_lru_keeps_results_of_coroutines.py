import asyncio, time, warnings
from async_lru import alru_cache
@alru_cache(maxsize=2, ttl=5)
async def get(x):
    print('get', x); await asyncio.sleep(1)
    if x == 'bad': raise ValueError(x)
    return x * 2
async def main():
    print(await asyncio.gather(get(1), get(1), get(2))); print(get.cache_info(), get.cache_parameters())
    print(await get(3), get.cache_info(), get.cache_contains(3), get.cache_contains(1), await get(1))
    print(await asyncio.gather(get('bad'), get('bad'), return_exceptions=True), get.cache_info())
    await asyncio.sleep(6); print(get.cache_info()); await get(1); print(get.cache_invalidate(1), get.cache_invalidate(1))
    ts = [asyncio.create_task(get('slow')) for _ in range(2)]; await asyncio.sleep(0.5); ts[0].cancel(); await asyncio.sleep(0); print(get.cache_parameters()); ts[1].cancel(); print(await asyncio.gather(*ts, return_exceptions=True)); print(get.cache_parameters())
    get.cache_clear(); print(get.cache_info()); t = asyncio.create_task(get(8)); await asyncio.sleep(0); await get.cache_close(); print(await asyncio.gather(t, return_exceptions=True))
    try: await get(1)
    except RuntimeError as e: print(str(e)[:30])
    class A:
        @alru_cache
        async def m(self, x): print('m', x); return x
    a = A(); print(await a.m(1), await a.m(1), a.m.cache_info(), A.m.__name__, a.m.__name__); await A().m(1); print(a.m.cache_info())
    print(asyncio.iscoroutinefunction(get), get.__name__, get.__wrapped__.__name__)
asyncio.run(main())
for f in (lambda: alru_cache(5)(len), lambda: alru_cache('x'), lambda: alru_cache(jitter=1), lambda: alru_cache(ttl=1, jitter=-1), lambda: alru_cache(key=3), lambda: alru_cache(key=len, typed=True)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
@alru_cache
async def q(x): return x
asyncio.run(q(1)); warnings.simplefilter('always')
with warnings.catch_warnings(record=True) as w: asyncio.run(q(1))
print([str(x.message) for x in w], w[0].category, q.cache_info())
