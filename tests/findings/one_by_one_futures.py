import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor() as pool:
    for n in range(3):
        print(pool.submit(time.sleep, 1).result())
# found: one-by-one@6
