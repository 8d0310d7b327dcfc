# A callback, a handler of exceptions and what is called when a future is done give coroutines that nobody awaits.
import asyncio


async def forgotten(*args):
    pass


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(forgotten)
    loop.call_later(.1, forgotten)
    await asyncio.sleep(.2)
    future = loop.create_future()
    future.add_done_callback(forgotten)
    future.set_result(None)
    await asyncio.sleep(.1)
    asyncio.create_task(asyncio.sleep(0)).add_done_callback(forgotten)
    await asyncio.sleep(.1)
    loop.set_exception_handler(forgotten)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(.1)
    try:
        await asyncio.wait_for(.1, forgotten())
    except TypeError as error:
        print(error)
    print('end')


asyncio.run(main())
