import asyncio
async def w(): 1/0
async def w2(): raise KeyError('k')
async def w3(): {}['x']
async def w4(q): q.task_done()
async def w5(q):
    q.task_done()
    await asyncio.sleep(0)
def s(q): q.task_done()
def s2(): [].pop()
async def m(f, *a):
    try: raise RuntimeError('0')
    except BaseException as e:
        await f(*a)
async def m2(f, *a):
    try: raise RuntimeError('0')
    except BaseException as e:
        f(*a)
async def m3(q):
    try: raise RuntimeError('0')
    except BaseException as e:
        await w4(q)
async def m4(q):
    try: raise RuntimeError('0')
    except BaseException as e:
        await asyncio.sleep(0)
        await w4(q)
async def main():
    q = asyncio.Queue()
    for c in (m(w), m(w2), m(w3), m(w4, q), m(w5, q), m2(s, q), m2(s2), m3(q), m4(q)):
        n = c.__qualname__
        try: await c
        except Exception as e: print(n, repr(e), repr(e.__context__))
    for c in (m(w), m(w2), m(w3), m(w4, q), m(w5, q), m2(s, q), m2(s2), m3(q), m4(q)):
        n = c.__qualname__
        try: await asyncio.create_task(c)
        except Exception as e: print(n, repr(e), repr(e.__context__))
asyncio.run(main())
