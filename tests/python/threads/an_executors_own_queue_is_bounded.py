"""Programs look at an executor's private attributes, and give it a queue of their own that is bounded."""
import queue
import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor(2, "pool") as pool:
    print(pool._max_workers, pool._thread_name_prefix, pool._shutdown, pool._broken, pool._initializer, pool._initargs)
    with pool._shutdown_lock:
        print(pool._shutdown_lock.locked())
    jobs = [pool.submit(time.sleep, 1) for _ in range(5)]
    print(pool._work_queue.qsize(), len(pool._threads), pool._idle_semaphore._value)
    time.sleep(1.5)
    print(pool._work_queue.qsize(), sorted(thread.name for thread in pool._threads))
print(pool._shutdown)


class Bounded(ThreadPoolExecutor):
    def __init__(self, workers, waiting):
        super().__init__(workers)
        self._work_queue = queue.Queue(waiting)


start = time.time()
with Bounded(2, 3) as pool:
    for number in range(8):
        pool.submit(time.sleep, 1)
        print(number, "handed over at", time.time() - start)
print("all done at", time.time() - start)


class Urgent(ThreadPoolExecutor):
    def submit_at(self, priority, function, *args):
        job = super().submit(function, *args)
        print("queue:", type(self._work_queue).__name__)
        return job


first = Urgent(1)
first._work_queue = queue.LifoQueue()
hold = first.submit_at(0, time.sleep, 1)
for name in "abc":
    first.submit(print, "job", name)
first.shutdown(wait=False)
