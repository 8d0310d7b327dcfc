import time
from concurrent.futures import ThreadPoolExecutor


def job(name, seconds):
    print(name, "begins")
    time.sleep(seconds)
    print(name, "ends")
    return name


with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [
        pool.submit(job, "a", 3),
        pool.submit(job, "b", 1),
        pool.submit(job, "c", 1),
    ]
    print("all three are handed in")
print("results:", [future.result() for future in futures])
