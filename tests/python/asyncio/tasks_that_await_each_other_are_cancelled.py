# Each waits for the other: a cancellation goes round and round, until CPython's recursion limit stops it.
import asyncio


async def main():
    tasks = []

    async def waits(n):
        await asyncio.sleep(0)
        await tasks[1 - n]
    tasks += [asyncio.create_task(waits(0)), asyncio.create_task(waits(1))]
    await asyncio.sleep(0.1)
    try:
        tasks[0].cancel()
    except RecursionError as e:
        print(e)
    print(tasks[0].cancelling() > 100, tasks[0].done())
    for task in tasks:
        task._log_destroy_pending = False
    print('end')

try:
    asyncio.run(main())
except RecursionError as e:
    print('again', e)
