import asyncio


async def main():
    loop = asyncio.get_running_loop()
    calls = []
    loop.call_later(-1, calls.append, 'a')
    loop.call_later(-2, calls.append, 'b')
    await asyncio.sleep(0.01)
    print(calls)
    f = loop.create_future()
    try:
        f._cancel_message = 'x'
        print(f._cancel_message)
        f.cancel()
        await f
    except BaseException as e:
        print(repr(e))
    f = loop.create_future()
    it = iter(f)
    print(next(it) is f, type(it))
    try: it.send(1)
    except Exception as e: print(repr(e))
    it = iter(f)
    for args in [(ValueError,), (ValueError, 'a'), (ValueError('q'),), ('x',), ()]:
        it = iter(f)
        try: it.throw(*args)
        except Exception as e: print(repr(e))
    it.close()
    f.set_result(5)
    it = iter(f)
    try: next(it)
    except StopIteration as e: print(e.value)
asyncio.run(main())
f1 = asyncio.new_event_loop().create_future()
print(asyncio.wrap_future(f1) is f1)
fut = asyncio.Future.__new__(asyncio.Future)
for m in ['cancel','result','exception','done','cancelled','get_loop','__iter__','__repr__']:
    try: print(m, getattr(fut,m)())
    except BaseException as e: print(m, type(e), e)
for m in ['set_result','set_exception','add_done_callback','remove_done_callback']:
    try: print(m, getattr(fut,m)(Exception()))
    except BaseException as e: print(m, type(e), e)
for a in ['_loop','_state','_result','_exception','_callbacks','_log_traceback','_source_traceback','_asyncio_future_blocking','_cancel_message']:
    try: print(a, getattr(fut,a))
    except BaseException as e: print(a, type(e), e)
from unittest import mock
print(asyncio.isfuture(mock.Mock(asyncio.Future)), asyncio.isfuture(mock.Mock()), asyncio.isfuture(asyncio.Future))
class M:
    _asyncio_future_blocking = False
print(asyncio.isfuture(M()), asyncio.isfuture(M))
