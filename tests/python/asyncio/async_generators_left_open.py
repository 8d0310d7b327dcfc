import asyncio


async def positive_integers_async(until: int):
    for i in range(1, until):
        yield i


async def main():
    gen = positive_integers_async(3)
    print(type(gen), await gen.__anext__(), await anext(gen))
    async for n in gen:
        print(n)
    async def ticker():
        i = 0
        while True:
            yield i
            i += 1
            await asyncio.sleep(0.5)
    async def consume():
        async for t in ticker():
            print('tick', t)
            if t >= 3:
                return
    await consume()
    try:
        await asyncio.wait_for(consume_forever(ticker()), 1.2)
    except TimeoutError:
        print('enough')
    agen = ticker()
    await anext(agen)
    # left open: closed by shutdown_asyncgens


async def consume_forever(it):
    async for x in it:
        print('forever', x)
asyncio.run(main())


class Stream:
    def __init__(self, n): self.n = n

    async def __aiter__(self):
        for i in range(self.n):
            yield i
            await asyncio.sleep(0)


async def merge(*its):
    q = asyncio.Queue()
    done = object()
    async def pump(it):
        async for x in it:
            await q.put(x)
        await q.put(done)
    ts = [asyncio.create_task(pump(i)) for i in its]
    left = len(ts)
    while left:
        x = await q.get()
        if x is done:
            left -= 1
        else:
            yield x


async def main2():
    print([x async for x in merge(Stream(3), Stream(2))], [y for x in range(2) async for y in Stream(x + 1)], sum([x async for x in Stream(5) if x > 1]), {x async for x in Stream(2)})
    async def agen():
        try:
            yield 1
            yield 2
        except GeneratorExit:
            print('GeneratorExit')
            raise
        finally:
            print('cleanup')
    async for x in agen():
        break
    g = agen()
    await g.asend(None)
    await g.aclose()
    print(g.ag_running, g.ag_frame, g.__name__)
asyncio.run(main2())
