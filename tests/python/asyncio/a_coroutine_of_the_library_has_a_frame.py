import asyncio
import inspect
import sys


def show(coroutine):
    frame = coroutine.cr_frame
    print(inspect.getcoroutinestate(coroutine), frame and (frame.f_code.co_name, frame.f_lineno))


async def main():
    event, queue, lock = asyncio.Event(), asyncio.Queue(), asyncio.Lock()
    await lock.acquire()
    for coroutine in asyncio.sleep(1), event.wait(), queue.get(), lock.acquire():
        show(coroutine)
        task = asyncio.create_task(coroutine)
        await asyncio.sleep(0)
        show(coroutine)
        task.print_stack(file=sys.stdout)
        print([frame.f_code.co_name for frame in task.get_stack()])
        task.cancel()
        await asyncio.wait([task])
        show(coroutine)
        print(task.get_stack())


asyncio.run(main())
