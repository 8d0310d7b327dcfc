# Who resumes a coroutine by hand finds where asyncio asks for the running loop.
import asyncio
import traceback


async def nothing():
    pass


async def group():
    async with asyncio.TaskGroup():
        pass


async def scope():
    async with asyncio.timeout(1):
        pass


async def delegated(coroutine):
    await coroutine

for coroutine in (asyncio.sleep(1), group(), scope(), asyncio.open_connection('localhost', 1),
                  asyncio.start_server(nothing, 'localhost', 1), asyncio.to_thread(print),
                  asyncio.create_subprocess_exec('true'), asyncio.create_subprocess_shell('true'),
                  asyncio.open_unix_connection('/tmp/none'), asyncio.wait_for(asyncio.sleep(0), 1)):
    try:
        delegated(coroutine).send(None)
    except RuntimeError:
        traceback.print_exc()


async def runs_again():
    loop = asyncio.get_running_loop()
    try:
        loop.run_forever()
    except RuntimeError as error:
        print(error)
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print('what has refused has cleaned up:', error)
    await asyncio.sleep(1)


asyncio.run(runs_again())
