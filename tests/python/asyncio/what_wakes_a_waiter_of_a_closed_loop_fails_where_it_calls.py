import asyncio
import traceback


async def prepare():
    lock, semaphore, event = asyncio.Lock(), asyncio.Semaphore(0), asyncio.Event()
    empty, full = asyncio.Queue(), asyncio.Queue(1)
    full.put_nowait(1)
    await lock.acquire()
    waiting = [lock.acquire(), semaphore.acquire(), event.wait(), empty.get(), full.put(2)]
    tasks = [asyncio.ensure_future(coroutine) for coroutine in waiting]
    await asyncio.sleep(0.1)
    return tasks, [lock.release, semaphore.release, event.set, lambda: empty.put_nowait(1),
                   full.get_nowait]


loop = asyncio.new_event_loop()
future = loop.create_future()
future.add_done_callback(print)
tasks, calls = loop.run_until_complete(prepare())
loop.close()
for call in [lambda: future.set_result(1)] + calls:
    try:
        call()
    except RuntimeError as error:
        print([(entry.name, entry.line) for entry in traceback.extract_tb(error.__traceback__)][1:], error)
for task in tasks:
    task._log_destroy_pending = False
