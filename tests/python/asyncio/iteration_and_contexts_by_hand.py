import asyncio


class AsyncCounter:
    def __init__(self, stop): self.current, self.stop = 0, stop
    def __aiter__(self): return self

    async def __anext__(self):
        if self.current < self.stop:
            await asyncio.sleep(0.1)
            self.current += 1
            return self.current
        raise StopAsyncIteration


async def ticker(delay, to):
    try:
        for i in range(to):
            yield i
            await asyncio.sleep(delay)
    finally:
        print('ticker closed')


class Session:
    async def __aenter__(self):
        print('enter')
        await asyncio.sleep(0.1)
        return self

    async def __aexit__(self, et, e, tb):
        print('exit', et, e)
        await asyncio.sleep(0.1)
        return et is ValueError


class Awaitable:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return 'awaited'


async def main():
    async for x in AsyncCounter(3):
        print(x)
    else:
        print('else')
    print([x async for x in AsyncCounter(3) if x % 2])
    print({x: x*x async for x in ticker(0.1, 3)})
    async for i in ticker(0.1, 10):
        if i == 2:
            break
    async with Session() as s:
        raise ValueError('swallowed')
    try:
        async with Session() as s, Session() as t:
            raise KeyError('not')
    except KeyError as e:
        print(repr(e))
    print(await Awaitable())
    it = aiter(AsyncCounter(2))
    print(await anext(it), await anext(it), await anext(it, 'default'))
    try:
        await anext(it)
    except StopAsyncIteration as e:
        print(repr(e))
    g = ticker(0, 5)
    print(await g.asend(None), await g.__anext__())
    try:
        await g.athrow(ValueError, ValueError('thrown'))
    except ValueError as e:
        print('got', e)
    await g.aclose()
    print(g)
    async def gen():
        x = yield 1
        print('got', x)
        yield 2
    g = gen()
    print(await anext(g))
    print(await g.asend('hi'))
    try:
        await g.asend('bye')
    except StopAsyncIteration:
        print('end')
    try:
        async for x in [1,2]:
            pass
    except TypeError as e:
        print(e)
    try:
        async with 5:
            pass
    except TypeError as e:
        print(e)
    try:
        await 5
    except TypeError as e:
        print(e)
asyncio.run(main())
