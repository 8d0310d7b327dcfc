from concurrent.futures import *
from multiprocessing import Pool
import asyncio
def work(n):
    return 10 // n
with ThreadPoolExecutor() as pool:
    print(pool.submit(work, 0).exception())
    pool.submit(work, 1)
# found:
