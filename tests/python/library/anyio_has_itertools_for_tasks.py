import anyio, anyio.itertools as ait, operator
from anyio.itertools import *
async def agen(*items):
    for i in items: yield i
async def odd(x): return x % 2
async def mul(a, b): return a * b
async def lst(it, n=6):
    out = []
    async for x in it:
        out.append(x)
        if len(out) == n: break
    return out
async def main():
    for it in (accumulate([1, 2, 3]), accumulate(agen(1, 2, 3), mul, initial=10), accumulate([]), batched('abcde', 2), batched([], 2), ait.chain('ab', agen(1, 2)), ait.chain.from_iterable(agen('ab', 'c')), combinations('abc', 2), combinations_with_replacement('ab', 2), permutations(agen(1, 2, 3), 2), product('ab', [1, 2]), product('ab', repeat=2), compress('abcd', [1, 0, 1]), count(3, 2), cycle('abc'), cycle(''), dropwhile(odd, [1, 3, 2, 5]), filterfalse(odd, range(5)), takewhile(odd, [1, 3, 2, 5]), groupby([1, 1, 2, 2, 1]), groupby(range(6), odd), islice(range(10), 3), islice(range(10), 2, 8, 2), islice(range(10), None), islice(range(10), 5, 2), pairwise('abcd'), pairwise('a'), repeat(5, 3), repeat('x'), repeat(1, 0), starmap(mul, [(2, 3), (4, 5)]), zip_longest('abc', [1], fillvalue='-'), zip_longest(), product('ab', repeat=0)):
        print(await lst(it))
    a, b = tee(agen(1, 2, 3)); print(await anext(a), await lst(b), await lst(a)); print(tee([], 0))
    c, = tee(b, 1); print(await lst(c))
    for f in (lambda: batched('ab', 0), lambda: batched('abc', 2, strict=True), lambda: islice([1]), lambda: islice([1], 1, 2, 3, 4), lambda: islice([1], -1), lambda: islice([1], 'a', 2), lambda: islice([1], 0, 1, 0), lambda: permutations('a', 'b'), lambda: permutations('a', -1), lambda: product('a', repeat=-1), lambda: tee([], -1), lambda: combinations('a', -1)):
        try: print(await lst(f()))
        except Exception as e: print(type(e).__name__, e)
    async def worker(name, it):
        async for x in it: print(name, x)
    a, b = tee(range(3))
    async with anyio.create_task_group() as tg:
        tg.start_soon(worker, 'a', a); tg.start_soon(worker, 'b', b); tg.start_soon(worker, 'c', islice(count(), 4)); tg.start_soon(worker, 'd', accumulate([1, 2]))
anyio.run(main)
