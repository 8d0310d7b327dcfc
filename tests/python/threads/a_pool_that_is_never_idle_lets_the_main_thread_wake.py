"""A worker whose jobs submit the next one computes without end, mostly within the library; others have their turn."""
# recorded by hand: the clock of the recorder stands while a thread computes
from concurrent.futures import ThreadPoolExecutor
import threading
import time

rounds = 0


def again(pool, *more, **options):
    global rounds
    rounds += 1
    if not over.is_set():
        pool.submit(again, pool, *more, **options)


over = threading.Event()
with ThreadPoolExecutor(1) as pool:
    pool.submit(again, pool, 1, key='value')
    for n in range(2):
        time.sleep(0.02)
        print('awake', n, rounds > 100, time.monotonic() < 1001)
    over.set()
print('over')
