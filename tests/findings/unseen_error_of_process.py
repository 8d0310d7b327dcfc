from concurrent.futures import *
from multiprocessing import Pool
import asyncio
def work(n):
    return 10 // n
with ProcessPoolExecutor() as pool:
    pool.submit(work, 0)
# found: unseen-error@7
