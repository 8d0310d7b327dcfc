import time
from concurrent.futures import ThreadPoolExecutor

with ThreadPoolExecutor() as pool:
    job = pool.submit(time.sleep, 2)
    job.result(timeout=1)
# found: timeout-not-caught@6
