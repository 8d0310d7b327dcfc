import asyncio
import os
import traceback

condition = asyncio.Condition()


async def later(n):
    await asyncio.sleep(n)


async def at_a_condition():
    async with condition:
        await condition.wait()


async def at_the_next_result():
    for one in asyncio.as_completed([later(5)]):
        await one


async def at_an_async_iterator():
    async for one in asyncio.as_completed([later(6)]):
        print(one)


for waits in at_a_condition, at_the_next_result, at_an_async_iterator:
    loop = asyncio.new_event_loop()
    coroutines = [waits(), waits()]
    tasks = [loop.create_task(coroutine) for coroutine in coroutines]
    loop.run_until_complete(asyncio.sleep(0.1, loop))
    for task in asyncio.all_tasks(loop):
        task._log_destroy_pending = False
    loop.close()
    print(waits.__name__)
    try:
        coroutines[0].close()
    except RuntimeError as error:
        for frame in traceback.extract_tb(error.__traceback__):
            print(os.path.basename(frame.filename), frame.lineno, frame.name, frame.line)
