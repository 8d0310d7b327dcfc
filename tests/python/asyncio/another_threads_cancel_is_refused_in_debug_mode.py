import asyncio
import time


async def ticker():
    while True:
        await asyncio.sleep(0.1)


async def main():
    loop = asyncio.get_running_loop()
    task = asyncio.create_task(ticker(), name="ticker")
    future = loop.create_future()
    future.add_done_callback(print)
    await asyncio.sleep(0)

    def elsewhere():
        for call in task.cancel, lambda: future.set_result(1), lambda: loop.call_soon(print):
            try:
                call()
            except RuntimeError as error:
                print(error)

    await asyncio.to_thread(elsewhere)
    print(future)
    done = loop.create_future()
    done.add_done_callback(lambda done: time.sleep(0.25))
    done.set_result(1)
    await asyncio.sleep(0)
    try:
        loop.call_soon(ticker())
    except TypeError as error:
        print(error)
    for call in asyncio.set_event_loop_policy, asyncio.set_event_loop:
        try:
            call(3)
        except TypeError as error:
            print(error)


asyncio.run(main(), debug=True)
