# Frames of threading, queue and concurrent.futures read as CPython's.
import asyncio
import concurrent.futures
import queue
import threading
import time
import traceback


def fail():
    raise ValueError("failed")


def slow():
    time.sleep(1)
    fail()


def show(call):
    try:
        call()
    except BaseException:
        traceback.print_exc()


pool = concurrent.futures.ThreadPoolExecutor(1)
show(pool.submit(fail).result)
show(pool.submit(slow).result)
show(lambda: pool.submit(slow).result(timeout=0.1))
show(lambda: list(pool.map(int, ["x"])))
show(lambda: concurrent.futures.ThreadPoolExecutor(0))
show(queue.Queue().get_nowait)
show(lambda: queue.Queue().get(timeout=0.1))
full = queue.Queue(1)
full.put(1)
show(lambda: full.put_nowait(2))
show(lambda: full.put(2, timeout=0.1))
full.shutdown()
show(lambda: full.put(2))
show(lambda: asyncio.run(asyncio.to_thread(fail)))


class Worker(threading.Thread):
    def run(self):
        fail()


for thread in (threading.Thread(target=fail), Worker(name="worker")):
    thread.start()
    thread.join()
