import asyncio
import logging
import sys
import threading
import traceback


async def nothing():
    pass


def refused(*calls):
    for call in calls:
        try:
            call()
        except Exception:
            traceback.print_exc(file=sys.stdout)


async def main():
    loop = asyncio.get_running_loop()
    coroutine = nothing()
    refused(lambda: loop.call_soon(nothing), lambda: loop.call_soon(coroutine), lambda: loop.call_soon(5),
            lambda: loop.call_later(1, nothing), lambda: loop.call_at(1, 'x'),
            lambda: loop.call_soon_threadsafe(nothing), lambda: loop.run_in_executor(None, nothing))
    coroutine.close()
    future = loop.create_future()
    future.add_done_callback(print)

    def other():
        given = nothing()
        logging.getLogger('asyncio').disabled = True
        refused(lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_at(1, print),
                lambda: future.set_result(1))
        try:
            loop.create_task(given)
        except RuntimeError as refusal:
            print([frame.name for frame in traceback.extract_tb(refusal.__traceback__)])
            given.close()
    thread = threading.Thread(target=other)
    thread.start()
    thread.join()


async def patient():
    sleeping = asyncio.sleep(0)
    try:
        await asyncio.wait_for(sleeping, '1')
    except TypeError:
        traceback.print_exc(file=sys.stdout)
    sleeping.close()


asyncio.run(main(), debug=True)
asyncio.run(patient())
