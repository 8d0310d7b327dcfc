from concurrent.futures import ThreadPoolExecutor
def work(n): return 10 // n
with ThreadPoolExecutor() as pool:
    job = pool.submit(work, 0)
    job._job = 'first'
    try: job.result()
    except ZeroDivisionError as error: print(error)
# found:
