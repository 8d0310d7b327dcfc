import asyncio
async def f(): return 1
class Refusing(set):
    def add(self, item): raise ValueError('no')
async def main():
    try:
        async with asyncio.TaskGroup() as tg:
            tg._tasks = Refusing()
            try: tg.create_task(f())
            except ValueError as e: print('refused', e)
            print(len(asyncio.all_tasks()))
            tg._tasks = set()
            t = tg.create_task(f())
            print(len(tg._tasks), len(asyncio.all_tasks()))
            await t
    except* ValueError as e: print(e)
asyncio.run(main())
