"""Generators, yield from, async generators, async for and async with."""
def g(n):
    try:
        for i in range(n):
            r = yield i
            if r: print("recv", r)
    finally:
        print("gfin")
    return "done"
def d():
    r = yield from g(3)
    print("r", r)
    yield from [7, 8]
    return 1
print(list(d()))
it = d(); print(next(it), it.send("hi")); it.close()
def thrower():
    while True:
        try: yield "w"
        except ValueError as e: yield "caught " + str(e)
t = thrower(); next(t); print(t.throw(ValueError("x")), next(t))
print(sum(x * x for x in range(10)), dict((k, v) for k, v in [(1, 2)]))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib(); print([next(f) for _ in range(10)])
def expr(): x = yield; y = (yield x) + 1; return y
e = expr(); next(e); print(e.send(3))
try: e.send(4)
except StopIteration as s: print(s.value)
def empty(): return; yield
print(list(empty()))
print(next((i for i in range(3) if i > 1), None))
def si():
    raise StopIteration
    yield
try: list(si())
except RuntimeError as e: print(e)
import asyncio
async def agen(n):
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally: print("afin")
class ACM:
    async def __aenter__(self): print("aenter"); return 5
    async def __aexit__(self, t, v, tb): print("aexit", t); return True
async def main():
    print([x async for x in agen(3)], {x: y async for x, y in z()} if False else 0)
    async for i in agen(5):
        if i == 1: break
    else: print("no")
    async for i in agen(1): pass
    else: print("else")
    async with ACM() as a, ACM():
        print(a)
        raise ValueError
    print([await asyncio.sleep(0, i) for i in range(3)], await asyncio.gather(*(asyncio.sleep(0, i) for i in range(2))))
    r = await asyncio.wait_for(asyncio.sleep(0.1, "ok"), 1)
    print(r)
    try:
        async with asyncio.timeout(0.1):
            await asyncio.sleep(1)
    except TimeoutError: print("timeout")
    async def inner():
        async with ACM(): return "x"
    print(await inner())
    print(await (lambda: asyncio.sleep(0, 9))())
    ag = (i async for i in agen(2))
    print([i async for i in ag], [j for i in [1, 2] for j in [i * 2]])
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(asyncio.sleep(0.1))
            async def bad(): raise KeyError(1)
            tg.create_task(bad())
    except* KeyError as eg: print(eg.exceptions)
asyncio.run(main())
