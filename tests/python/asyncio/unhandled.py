import asyncio
async def boom(): raise ValueError("boom")
async def never(): pass
async def forever(): await asyncio.sleep(100)
async def main():
    t = asyncio.create_task(boom()); await asyncio.sleep(0); await asyncio.sleep(0)
    del t
    never()
    f = asyncio.get_running_loop().create_future(); f.set_exception(KeyError("k")); del f
    asyncio.get_running_loop().call_soon(lambda: 1/0)
    await asyncio.sleep(0)
    def handler(loop, ctx): print("HANDLER", ctx["message"], repr(ctx.get("exception")), sorted(ctx))
    asyncio.get_running_loop().set_exception_handler(handler)
    asyncio.get_running_loop().call_soon(lambda: 1/0)
    await asyncio.sleep(0)
    asyncio.get_running_loop().set_exception_handler(None)
    asyncio.create_task(forever(), name="left")
    try: asyncio.run(never())
    except RuntimeError as e: print(e)
    await asyncio.sleep(0.1)
try: asyncio.run(main)
except ValueError as e: print(e)
asyncio.run(main())
loop = asyncio.new_event_loop()
t = loop.create_task(forever())
loop.run_until_complete(asyncio.sleep(0.1))
loop.close()
del t
try: loop.run_until_complete(forever())
except RuntimeError as e: print(e)
print("end")
asyncio.run(boom())
