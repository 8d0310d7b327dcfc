import asyncio, warnings, time
from aiolimiter import AsyncLimiter
async def worker(n, limiter, amount=1):
    await limiter.acquire(amount)
    print(f'{asyncio.get_running_loop().time() - start:.3f} worker {n} {amount}')
async def main():
    global start
    loop = asyncio.get_running_loop(); start = loop.time()
    limiter = AsyncLimiter(4, 8)
    await asyncio.gather(*(worker(n, limiter) for n in range(10)))
    print(limiter.has_capacity(), limiter.has_capacity(3), limiter.max_rate, limiter.time_period)
    await asyncio.sleep(8)
    await asyncio.gather(*(worker(n, limiter, a) for n, a in enumerate([3, 1, 2, 0.5, 4, 1, 1])))
    try: await limiter.acquire(5)
    except ValueError as e: print(e)
    async with AsyncLimiter(1) as got: print('in', got)
    t = asyncio.create_task(worker('c', limiter, 4)); await asyncio.sleep(0.1); t.cancel()
    await asyncio.gather(t, return_exceptions=True)
    await worker('d', limiter, 1)
    for i in range(3):
        async with asyncio.timeout(1):
            async with limiter: print(i)
try: asyncio.run(main())
except TimeoutError as e: print('timeout')
limiter = AsyncLimiter(2, 1)
async def again():
    async with limiter: print('again')
warnings.simplefilter('ignore')
asyncio.run(again()); asyncio.run(again())
from asyncio_throttle import Throttler
async def m():
    start = time.monotonic()
    t = Throttler(rate_limit=3, period=1)
    async def w(n):
        for i in range(3):
            async with t: print(f'{time.monotonic() - start:.2f}', n, i)
    await asyncio.gather(w('a'), w('b'), w('c'))
    print(t.rate_limit, t.period, t.retry_interval)
asyncio.run(m())
