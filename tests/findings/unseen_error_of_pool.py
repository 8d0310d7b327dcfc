from concurrent.futures import *
from multiprocessing import Pool
import asyncio
def work(n):
    return 10 // n
with Pool(2) as pool:
    pool.apply_async(work, (0,)).wait()
# found: unseen-error@7
