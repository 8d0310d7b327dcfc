import time
from multiprocessing import Process


def spin():
    end = time.time() + 1
    while time.time() < end:
        pass


if __name__ == "__main__":
    start = time.perf_counter()
    processes = [Process(target=spin) for _ in range(2)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    print(round(time.perf_counter() - start, 2), [p.exitcode for p in processes])
