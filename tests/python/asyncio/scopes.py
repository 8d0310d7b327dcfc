import asyncio
async def ok(n, d=0.1):
    try: await asyncio.sleep(d); print("ok", n); return n
    except asyncio.CancelledError: print("cancelled", n); raise
async def bad(n, d=0.05): await asyncio.sleep(d); raise ValueError(n)
async def main():
    async with asyncio.TaskGroup() as tg:
        a = tg.create_task(ok(1)); b = tg.create_task(ok(2), name="two")
        print(tg)
    print(a.result(), b.result(), tg)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(3, 5)); tg.create_task(bad("x")); tg.create_task(bad("y"))
    except* ValueError as eg: print(repr(eg), eg.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(ok(4, 5)); raise KeyError("body")
    except* KeyError as eg: print(repr(eg))
    async def outer():
        async with asyncio.TaskGroup() as tg: tg.create_task(ok(5, 5)); await asyncio.sleep(10)
    t = asyncio.create_task(outer()); await asyncio.sleep(0.1); t.cancel()
    try: await t
    except asyncio.CancelledError: print("outer cancelled")
    try:
        async with asyncio.timeout(0.2):
            await asyncio.sleep(1)
    except TimeoutError as e: print("to", repr(e))
    async with asyncio.timeout(None) as cm: cm.reschedule(asyncio.get_running_loop().time()+5); print(cm)
    print(cm, cm.expired(), cm.when())
    try:
        async with asyncio.timeout(1) as cm:
            try: await asyncio.sleep(5)
            except asyncio.CancelledError: print("inner saw"); raise
    except TimeoutError: print("T", cm.expired(), cm)
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.1): await asyncio.sleep(1)
    except TimeoutError: print("TA")
    tg = asyncio.TaskGroup()
    c = ok(9)
    try: tg.create_task(c)
    except RuntimeError as e: print(e)
    print(asyncio.current_task().cancelling())
asyncio.run(main())
