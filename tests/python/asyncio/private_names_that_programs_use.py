import asyncio, threading, concurrent.futures, inspect
from asyncio.futures import _chain_future
class V:
    _is_coroutine = asyncio.coroutines._is_coroutine
    def __call__(self): pass
print(asyncio.iscoroutinefunction(V()), asyncio.iscoroutinefunction(V), asyncio.iscoroutinefunction(print), inspect.iscoroutinefunction(V()))
def deco(f):
    f._is_coroutine = asyncio.coroutines._is_coroutine
    return f
@deco
def g(): pass
print(asyncio.iscoroutinefunction(g))
async def work(n):
    await asyncio.sleep(n); return n
async def main():
    loop = asyncio.get_running_loop()
    dst = loop.create_future()
    _chain_future(asyncio.ensure_future(work(.1)), dst)
    print(await dst)
    cf = concurrent.futures.Future()
    t = asyncio.ensure_future(work(1))
    asyncio.futures._chain_future(t, cf)
    cf.cancel()
    try: await t
    except asyncio.CancelledError as e: print('cancelled', t, cf.cancelled())
    try: _chain_future(1, dst)
    except TypeError as e: print(e)
    for _ in range(2): asyncio.ensure_future(work(10))
loop = asyncio.new_event_loop()
loop.run_until_complete(main())
asyncio.runners._cancel_all_tasks(loop)
print(asyncio.all_tasks(loop))
loop.close()
print(asyncio.constants.DEBUG_STACK_DEPTH, asyncio.streams._DEFAULT_LIMIT, asyncio.base_events.logger, asyncio.log.logger)
print(asyncio.futures._PENDING, asyncio.futures._chain_future.__module__)
