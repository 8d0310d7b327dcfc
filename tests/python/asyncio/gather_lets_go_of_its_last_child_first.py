import asyncio, weakref
class R:
    def __init__(s, n): s.n = n
    def __del__(s): print('del', s.n)
async def f(n): return R(n)
async def main():
    await asyncio.gather(f(1), f(2), f(3))
    print('after')
    r = await asyncio.gather(f(4), f(5))
    print('got')
    r = None
    print('x')
    g = asyncio.gather(f(6), f(7), f(8))
    await g
    print('y')
    del g
    print('z')
asyncio.run(main())
