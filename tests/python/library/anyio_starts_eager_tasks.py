# recorded by hand: needs anyio
"""Task groups under an eager task factory: children that end or wait at once, fail, are started, and are cancelled."""
import asyncio, anyio
async def child(number, out):
    with anyio.CancelScope():
        await anyio.sleep(0)
        out.append(number)
async def main():
    out = []
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    async with anyio.create_task_group() as tg:
        for i in range(3): tg.start_soon(child, i, out)
    print(out)
    async def st(task_status):
        task_status.started(5)
        await anyio.sleep(.1)
    async with anyio.create_task_group() as tg:
        print(await tg.start(st))
        async def quick(): return 1
        tg.start_soon(quick)
    async def bad(): raise ValueError(1)
    try:
        async with anyio.create_task_group() as tg:
            tg.start_soon(bad)
            await anyio.sleep(1)
    except* ValueError as e: print(repr(e.exceptions))
    with anyio.move_on_after(.5) as s:
        async with anyio.create_task_group() as tg:
            tg.start_soon(anyio.sleep, 10)
            async def ch():
                try: await anyio.sleep(3)
                finally: print('c')
            tg.start_soon(ch)
    print(s.cancelled_caught)
anyio.run(main)
