class D:
    def __init__(s, n): s.n = n
    def __del__(self): print('del', self.n)
def f():
    try: 1/0
    except Exception as e: return e
def main():
    d = D('main')
    err = f()
    print('end main')
main()
print('after')
def g():
    try: 1/0
    except Exception as e: return None
def main2():
    d = D('main2')
    g()
main2()
print('after2')
def main3():
    d = D('main3')
    return f()
x = main3()
print('after3')
del x
print('end')
import asyncio
async def co():
    d = D('co')
    await asyncio.sleep(0)
    1/0
async def am():
    d = D('am')
    t = asyncio.create_task(co())
    await asyncio.wait([t])
    d2 = D('am2')
    r = t.exception()
    return r
r = asyncio.run(am())
print('ran')
del r
print('fin')
async def inner():
    try: 1/0
    except Exception as e: return e
async def outer():
    d = D('outer')
    await asyncio.sleep(0)
    r = await inner()
    return 5
async def am3():
    await outer()
    print('outer done')
asyncio.run(am3())
print('fin2')
import gc
print(gc.collect() > 0)
