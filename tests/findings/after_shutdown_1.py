from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as pool:
    pass
pool.submit(print)
# found: after-shutdown@4
