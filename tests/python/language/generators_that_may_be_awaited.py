# types.coroutine: a generator that may be awaited, and what await says of what may not.
import asyncio, types
@types.coroutine
def old(n):
    x = yield from asyncio.sleep(0.1, n)
    return x * 2
@types.coroutine
def raw():
    r = yield
    return r
@types.coroutine
def notgen():
    return asyncio.sleep(0, "v")
async def main():
    print(await old(4), await raw(), await notgen())
    print(old(1), asyncio.iscoroutine(old(1)), asyncio.iscoroutinefunction(old), asyncio.iscoroutinefunction(main))
    import inspect
    g = old(1)
    print(inspect.isgenerator(g), inspect.isawaitable(g), inspect.iscoroutine(g), inspect.isgeneratorfunction(old))
    async def af(): pass
    c = af()
    print(inspect.isawaitable(c), inspect.getcoroutinestate(c), c.cr_await, c.cr_running, c.cr_origin, c.__name__, c.__qualname__)
    c.close()
    print(inspect.getcoroutinestate(c))
    try:
        await c
    except RuntimeError as e: print(e)
    async def ag(): yield
    a = ag()
    print(inspect.isasyncgen(a), inspect.isasyncgenfunction(ag), a.ag_running, a.ag_await)
    try:
        for x in a: pass
    except TypeError as e: print(e)
    try:
        async for x in [1]: pass
    except TypeError as e: print(e)
    try:
        async with 5: pass
    except TypeError as e: print(e)
    try:
        with asyncio.Lock(): pass
    except TypeError as e: print(e)
    class CM:
        def __enter__(self): pass
        def __exit__(self, *a): pass
    try:
        async with CM(): pass
    except TypeError as e: print(e)
    class It:
        def __aiter__(self): return self
    try:
        async for x in It(): pass
    except TypeError as e: print(e)
    class It2:
        async def __aiter__(self): return self
    try:
        async for x in It2(): pass
    except TypeError as e: print(e)
    class It3:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try:
        async for x in It3(): pass
    except TypeError as e: print(e)
    try:
        [x async for x in range(3)]
    except TypeError as e: print(e)
    c = af()
    try: c.send(1)
    except TypeError as e: print(e)
    c.close()
    async def f2():
        return (yield_ := 5)
    co = f2()
    try: co.send(None)
    except StopIteration as e: print("stop", e.value)
    try: co.send(None)
    except RuntimeError as e: print(e)
    async def stops():
        raise StopIteration(1)
    try: await stops()
    except RuntimeError as e: print(repr(e), repr(e.__cause__))
    async def stops2():
        raise StopAsyncIteration(1)
    try: await stops2()
    except StopAsyncIteration as e: print(repr(e))
    async def agstops():
        yield 1
        raise StopAsyncIteration
    try:
        async for x in agstops(): print(x)
    except RuntimeError as e: print(e)
asyncio.run(main())
