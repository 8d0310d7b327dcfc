# The frames of the library in a traceback have their variables: a timeout has its task.
import asyncio


async def late(n):
    await asyncio.wait_for(asyncio.sleep(9), n)


async def debugged():
    asyncio.get_running_loop().call_soon(print, 'called', 1)
    asyncio.get_running_loop().call_soon([].pop, 0, 3)
    await asyncio.sleep(0)


async def main():
    kept = []
    for n in (0.1, 0):
        task = asyncio.create_task(late(n))
        await asyncio.wait([task])
        kept.append(task._exception if hasattr(task, '_exception') else None)
        kept.append(task.exception())
    return kept[1::2]


async def forgotten():
    tasks = [asyncio.create_task(late(0.1))]
    await asyncio.sleep(1)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(late(0.2))
    except* TimeoutError as e:
        tasks.append(e)
    return tasks

print(asyncio.run(main()))
left = asyncio.run(forgotten())
print(len(left))
del left
print('gone')
asyncio.run(debugged(), debug=True)
