from concurrent.futures import *
from multiprocessing import Pool
import asyncio
def work(n):
    return 10 // n
with ThreadPoolExecutor() as pool:
    for n in range(3): pool.submit(work, n % 2)
# found: unseen-error@7
