from concurrent.futures import ProcessPoolExecutor
if __name__ == '__main__':
    with ProcessPoolExecutor() as pool:
        print(pool.submit(lambda: 1).result())
# found: not-picklable@4
