import asyncio
async def g():
    yield 1
    yield 2
async def main():
    a = g()
    x = anext(a, 'd'); print(type(x), type(x).__name__); print(await x)
    y = anext(a); print(type(y), y); print(await y)
    print(await anext(a, 'done'))
    try: await anext(a)
    except StopAsyncIteration as e: print(repr(e))
    z = anext(a, None); print(hasattr(z, 'send'), hasattr(z, 'throw'), hasattr(z, 'close'), hasattr(z, '__await__'), hasattr(z,'__iter__'), hasattr(z, '__next__'))
    print(await z)
    print(type(a.asend(None)), type(a.athrow(ValueError)), type(a.aclose()), type(a.__anext__()))
    for bad in (1, [1], iter([])):
        try: anext(bad)
        except TypeError as e: print(e)
    try: anext()
    except TypeError as e: print(e)
    class A:
        def __aiter__(self): return self
        def __anext__(self): return 5
    try: await anext(A())
    except TypeError as e: print(e)
    try: await anext(A(), 1)
    except TypeError as e: print(e)
    class B:
        def __aiter__(self): return self
        async def __anext__(self): raise StopAsyncIteration
    print(await anext(B(), 'dflt'))
    w = anext(B(), 'dflt')
    try: w.send(None)
    except StopIteration as e: print(e.value)
    w = anext(B(), 'q')
    it = w.__await__()
    print(it is w, type(it))
    try: next(iter(w))
    except StopIteration as e: print(e.value)
    aiter_ = aiter(g()); print(type(aiter_))
    for bad in (1, [1]):
        try: aiter(bad)
        except TypeError as e: print(e)
asyncio.run(main())
