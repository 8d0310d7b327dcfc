import asyncio, sys
sys.set_coroutine_origin_tracking_depth(2)
async def f(): pass
def mk(): return f()
c = mk()
print(c.cr_origin)
c.close()
print(sys.get_coroutine_origin_tracking_depth())
c = mk()
del c
sys.set_coroutine_origin_tracking_depth(0)
c = mk(); print(c.cr_origin); c.close()
async def ag(): yield
sys.set_coroutine_origin_tracking_depth(1)
print(ag().ag_running)
try: sys.set_coroutine_origin_tracking_depth(-1)
except ValueError as e: print(e)
