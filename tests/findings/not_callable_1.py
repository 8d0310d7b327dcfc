from concurrent.futures import ThreadPoolExecutor
def work(n):
    print(n)
with ThreadPoolExecutor() as pool:
    pool.submit(work(1))
# found: not-callable@5
