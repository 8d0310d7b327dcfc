import asyncio


async def main():
    try:
        async with asyncio.timeout(0.5):
            try:
                async with asyncio.timeout(1):
                    await asyncio.sleep(2)
            except TimeoutError:
                print('inner')
    except TimeoutError:
        print('outer')
    async def slow():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            await asyncio.sleep(0.5)
            print('cleaned')
            raise
    loop = asyncio.get_running_loop()
    s = loop.time()
    try:
        await asyncio.wait_for(slow(), 0.2)
    except TimeoutError as e:
        print('T', round(loop.time() - s, 2), repr(e), repr(e.__cause__))
    try:
        await asyncio.wait_for(slow(), 0)
    except TimeoutError:
        print('zero')
    print(await asyncio.wait_for(asyncio.sleep(0.1, 'v'), None))
    f = loop.create_future()
    loop.call_later(0.1, f.set_result, 3)
    print(await asyncio.wait_for(f, 1))
    async def swallow():
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            return 'swallowed'
    print(await asyncio.wait_for(swallow(), 0.1))
    t = asyncio.create_task(asyncio.sleep(1, 'x'))
    done, pending = await asyncio.wait({t}, timeout=0.1)
    print(len(done), len(pending))
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('c', t.cancelled())
    r = await asyncio.gather(asyncio.sleep(0.1, 1), asyncio.sleep(0.05, 2), return_exceptions=True)
    print(r)
    print(await asyncio.gather())
    same = asyncio.create_task(asyncio.sleep(0, 'same'))
    print(await asyncio.gather(same, same))
    g = asyncio.gather(slow(), slow())
    await asyncio.sleep(0)
    g.cancel()
    try:
        await g
    except asyncio.CancelledError:
        print('gather cancelled')
    async def child(): await asyncio.sleep(0.1); raise KeyError('child')
    res = await asyncio.gather(child(), asyncio.sleep(0.2, 'ok'), return_exceptions=True)
    print(res)
    try:
        await asyncio.shield(child())
    except KeyError as e:
        print('shield', e)
asyncio.run(main())
