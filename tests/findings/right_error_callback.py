from concurrent.futures import *
from multiprocessing import Pool
import asyncio
def work(n):
    return 10 // n
with ThreadPoolExecutor() as pool:
    pool.submit(work, 0).add_done_callback(lambda done: print(done.exception()))
# found:
