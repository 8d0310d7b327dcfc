# recorded by hand: needs anyio
import anyio
from anyio.functools import lru_cache, cache, reduce
import anyio.functools as F

@lru_cache(maxsize=2)
async def square(x, *, by=1):
    print('computing', x, by)
    await anyio.sleep(0.1)
    if x < 0:
        raise ValueError(x)
    return x * x * by

@cache
async def slow(n):
    await anyio.sleep(1)
    return n + 1

@lru_cache(ttl=1)
async def fresh(n):
    print('fresh', n)
    return n

@lru_cache
def plain(n):
    return n

@lru_cache(typed=True, always_checkpoint=True)
async def typed(n):
    return type(n).__name__

class C:
    @cache
    async def m(self, k):
        print('m', k)
        return k

async def add(a, b):
    await anyio.sleep(0)
    return a + b

async def agen():
    for k in range(4):
        yield k

async def main():
    print(await square(2), await square(2), await square(3), square.cache_info())
    print(await square(4), await square(2), await square(2, by=3), square.cache_info())
    async with anyio.create_task_group() as tg:
        for _ in range(3):
            tg.start_soon(slow, 1)
    print(anyio.current_time() > 0, slow.cache_info(), slow.cache_parameters())
    for _ in range(2):
        try:
            await square(-1)
        except ValueError as e:
            print('failed', e, square.cache_info())
    await fresh(1); await fresh(1); await anyio.sleep(1.5); await fresh(1)
    print(fresh.cache_info())
    print(plain(1), plain(1), plain.cache_info())
    print(await typed(1), await typed(1.0), await typed(True), await typed(1), typed.cache_info())
    c = C()
    print(await c.m(1), await c.m(1), await C().m(1), c.m.cache_info(), C.m.__name__)
    square.cache_clear(); print(square.cache_info(), square.__name__, square.__wrapped__.__name__)
    print(await reduce(add, [1, 2, 3]), await reduce(add, agen(), 10), await reduce(add, [], 5), await reduce(add, [7]))
    for bad in ([], agen_empty(), 5):
        try:
            print(await reduce(add, bad))
        except TypeError as e:
            print(e)
    try:
        lru_cache(5)
    except TypeError as e:
        print(e)
    none = lru_cache(maxsize=-3)(add)
    print(await none(1, 2), none.cache_info())

async def agen_empty():
    return
    yield

anyio.run(main)
print(F.__all__)
