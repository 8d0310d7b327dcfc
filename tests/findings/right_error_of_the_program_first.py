from concurrent.futures import ThreadPoolExecutor
def work(n): return 10 // n
with ThreadPoolExecutor() as pool:
    first = pool.submit(work, 0)
    second = pool.submit(work, 0)
first.result()
second.result()
# found:
