# What a loop refuses about signals and closing passes through CPython's frames; a task's methods are its own.
import asyncio
import os
import signal
import sys
import threading
import traceback


def attempt(call, *args):
    try:
        print(call(*args))
    except Exception:
        traceback.print_exc(file=sys.stdout)


def elsewhere():
    loop = asyncio.new_event_loop()
    attempt(loop.add_signal_handler, signal.SIGTERM, print)
    loop.close()


thread = threading.Thread(target=elsewhere)
thread.start()
thread.join()
loop = asyncio.new_event_loop()
attempt(loop.add_signal_handler, 99, print)
attempt(loop.remove_signal_handler, 99)
attempt(loop.remove_signal_handler, "x")
loop.close()
attempt(loop.add_signal_handler, signal.SIGTERM, print)


async def main():
    loop = asyncio.get_running_loop()
    attempt(loop.close)
    task = asyncio.current_task()
    print(task.cancel.__qualname__, task.done.__qualname__, loop.create_future().cancel.__qualname__)
    handle = loop.call_later(9, task.cancel)
    print(str(handle).split()[-1])
    handle.cancel()
    loop.call_later(1, os.kill, os.getpid(), signal.SIGINT)
    loop.call_later(2, os.kill, os.getpid(), signal.SIGINT)
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError:
        print("once more")
        await asyncio.sleep(9)


try:
    asyncio.run(main())
except KeyboardInterrupt:
    traceback.print_exc(file=sys.stdout)
