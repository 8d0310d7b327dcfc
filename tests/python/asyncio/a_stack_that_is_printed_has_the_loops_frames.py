"""traceback.print_stack, stack_info and logging's call stack show the frames of asyncio and threading that are between."""
import asyncio
import logging
import sys
import threading
import traceback

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(message)s")


def show(label):
    print(label)
    traceback.print_stack(file=sys.stdout)


async def inner():
    show("awaited")
    logging.info("told", stack_info=True)
    print([(entry.name, entry.lineno) for entry in traceback.extract_stack(limit=3)])
    logging.info("%d and %d", 1)


async def main():
    loop = asyncio.get_running_loop()
    await inner()
    loop.call_soon(show, "callback")
    await asyncio.sleep(0)
    await asyncio.create_task(inner())
    await asyncio.to_thread(show, "in a thread")
    traceback.print_stack(sys._getframe().f_back, file=sys.stdout)


asyncio.run(main())
with asyncio.Runner() as runner:
    runner.run(inner())
loop = asyncio.new_event_loop()
loop.call_soon(show, "forever")
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
thread = threading.Thread(target=show, args=("thread",))
thread.start()
thread.join()
show("outside")
