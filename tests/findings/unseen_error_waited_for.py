from concurrent.futures import *
from multiprocessing import Pool
import asyncio
def work(n):
    return 10 // n
with ThreadPoolExecutor() as pool: wait([
        pool.submit(work, 0)])
# found: unseen-error@7
