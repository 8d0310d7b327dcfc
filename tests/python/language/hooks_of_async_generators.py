import sys, asyncio
print(sys.get_asyncgen_hooks())
print(sys.get_asyncgen_hooks().firstiter)
async def ag():
    try:
        yield 1
        yield 2
    finally:
        print('fin')
def first(g): print('first', g.__name__)
def final(g): print('final', g.__name__)
old = sys.get_asyncgen_hooks()
sys.set_asyncgen_hooks(firstiter=first, finalizer=final)
print(sys.get_asyncgen_hooks().firstiter is first, sys.get_asyncgen_hooks()[1] is final)
g = ag()
x = g.__anext__()
try: x.send(None)
except StopIteration as e: print(e.value)
del g, x
sys.set_asyncgen_hooks(*old)
print(sys.get_asyncgen_hooks())
for bad in [dict(firstiter=1), dict(finalizer='x'), dict(foo=1)]:
    try: sys.set_asyncgen_hooks(**bad)
    except TypeError as e: print(e)
try: sys.set_asyncgen_hooks(None, None, None)
except TypeError as e: print(e)
async def main():
    h = sys.get_asyncgen_hooks()
    print(h.firstiter.__name__, h.finalizer.__name__, h.firstiter.__self__ is asyncio.get_running_loop())
    async for v in ag():
        break
    print('after break')
    await asyncio.sleep(0)
    print('later')
    g = ag(); await anext(g)
    global keep; keep = g
    g2 = ag(); await g2.asend(None)
    keep2 = g2
asyncio.run(main())
print(sys.get_asyncgen_hooks())
g = ag()
try: g.asend(None).send(None)
except StopIteration as e: print(e.value)
del g
print('no hooks')
