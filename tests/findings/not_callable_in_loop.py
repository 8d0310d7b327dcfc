from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as pool:
    for number in range(50):
        pool.submit(number)
# found: not-callable@4
