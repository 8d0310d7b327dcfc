from concurrent.futures import *
from multiprocessing import Pool
import asyncio
def work(n):
    return 10 // n
pool = ThreadPoolExecutor()
all = pool.map(work, [1, 0])
# found: unseen-error@7
