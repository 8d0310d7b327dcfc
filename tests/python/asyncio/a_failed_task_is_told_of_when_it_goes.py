# The exception of a task that nobody holds is reported when its last step ends, not when the loop next wakes.
import asyncio
import signal
import time
import traceback


async def after(waiting):
    await waiting
    raise ValueError('nobody looks')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(loop.time(), context['message'], context['exception']))
    event, future = asyncio.Event(), loop.create_future()
    loop.create_task(after(event.wait()))
    loop.create_task(after(future))
    loop.call_later(1, future.set_result, None)
    loop.call_later(2, event.set)
    await asyncio.sleep(5)


def handler(number, frame):
    raise OSError('alarm')


def waits():
    signal.alarm(3)
    time.sleep(10)


asyncio.run(main())
# The frames of a signal's handler are the program's.
signal.signal(signal.SIGALRM, handler)
try:
    waits()
except OSError:
    traceback.print_exc()


async def interrupted():
    asyncio.get_running_loop().call_later(1, signal.raise_signal, signal.SIGINT)
    await asyncio.sleep(10)


asyncio.run(interrupted())
