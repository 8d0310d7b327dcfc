import asyncio
kept = []
async def py(): await asyncio.sleep(9)
async def pyw(): await asyncio.wait_for(asyncio.sleep(9), 99)
async def pyg(): await asyncio.gather(asyncio.sleep(9), asyncio.sleep(8))
async def pyl(l): await l.acquire()
async def ag():
    yield 1
    await asyncio.sleep(9)
async def pya():
    async for x in ag(): pass
async def pyf(): await asyncio.get_running_loop().create_future()
async def nest(): await py()
async def cat():
    try: await asyncio.sleep(9)
    except BaseException as e:
        kept.append(('caught', e)); raise KeyError('k')
async def never(): await asyncio.sleep(9)
async def main():
    l = asyncio.Lock(); await l.acquire()
    q = asyncio.Queue()
    for c in (py(), pyw(), pyg(), pyl(l), pya(), pyf(), nest(), asyncio.sleep(9), q.get(), l.acquire(), cat(), asyncio.wait_for(asyncio.sleep(9), 99), asyncio.wait([asyncio.ensure_future(py())]), asyncio.to_thread(lambda: 5)):
        t = asyncio.create_task(c, name=c.__qualname__); kept.append(t)
    kept.append(asyncio.gather(py(), asyncio.sleep(8)))
    kept.append(asyncio.shield(py()))
    await asyncio.sleep(0.1)
    kept.append(asyncio.create_task(never(), name='never'))
    raise ValueError('main')
try: asyncio.run(main())
except ValueError as e: print(repr(e))
for t in kept:
    if isinstance(t, tuple): print('caught', repr(t[1]), repr(t[1].__context__)); continue
    n = t.get_name() if hasattr(t, 'get_name') else type(t).__name__
    try: t.result()
    except BaseException as e:
        print(n, repr(e), repr(e.__context__), repr(e.__context__ and e.__context__.__context__))
