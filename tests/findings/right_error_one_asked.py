from concurrent.futures import *
from multiprocessing import Pool
import asyncio
def work(n):
    return 10 // n
with ThreadPoolExecutor() as pool:
    all = [pool.submit(work, n) for n in (0, 0, 1)]
    try: all[0].result()
    except ZeroDivisionError: print('no')
# found:
