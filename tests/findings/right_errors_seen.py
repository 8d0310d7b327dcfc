import atexit
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.pool import ThreadPool
import sys
def work(n): return 10 // n
def bad(): raise ValueError
jobs = []
atexit.register(lambda: print(jobs[0].exception()))
with ThreadPool(1) as pool:
    result = pool.apply_async(work, (0,))
    result.wait()
    print(result.successful())
with ThreadPoolExecutor(1) as pool:
    jobs.append(pool.submit(work, 0))
with ThreadPoolExecutor(1) as pool:
    job = pool.submit(work, 0)
print('raised' in repr(job))
with ThreadPoolExecutor(1) as pool:
    pool.submit(sys.exit, 0)
with ThreadPoolExecutor(1, initializer=bad) as pool:
    pool.submit(work, 1)
# found:
