# What the methods of an async generator give: no coroutines, though driven like them.
import asyncio, inspect, collections.abc
async def ag():
    try:
        yield 1; yield 2
    finally: print('f')
async def main():
    g = ag(); a = g.__anext__(); b = g.asend(None); c = g.athrow(ValueError); d = g.aclose()
    for x in (a, b, c, d):
        print(type(x), asyncio.iscoroutine(x), inspect.isawaitable(x), inspect.iscoroutine(x), [n for n in dir(x) if not n.startswith('__')], '__await__' in dir(x), '__next__' in dir(x), '__iter__' in dir(x), '__name__' in dir(x), isinstance(x, collections.abc.Coroutine), isinstance(x, collections.abc.Awaitable))
        print(repr(x).split(' at ')[0])
    print(await a)
    for x in (a,):
        try: await x
        except RuntimeError as e: print(e)
    c.close()
    try: await c
    except RuntimeError as e: print(e)
    t = asyncio.create_task(b, name='B'); print(repr(t).split(' at ')[0])
    try: print(await t)
    except StopAsyncIteration as e: print('sa')
    try: print(t)
    except Exception as e: print(e)
    await d
    try: await d
    except RuntimeError as e: print(e)
    g = ag()
    g.__anext__()
    g.aclose()
    print('x')
    g.athrow(ValueError)
    x = g.asend(None); x.close(); 
    try: x.send(None)
    except RuntimeError as e: print(e)
    x = g.asend(None)
    try: x.throw(KeyError('q'))
    except KeyError as e: print(repr(e))
asyncio.run(main())
