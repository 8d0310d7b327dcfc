"""The traceback of a worker comes with what it raised, through the frames that CPython's worker has."""
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import Pool, TimeoutError
import re
import time


def divide(x):
    return 1 // x


if __name__ == '__main__':
    with ProcessPoolExecutor(1) as executor:
        try:
            executor.submit(divide, 0).result()
        except ZeroDivisionError as exc:
            print(re.sub("\"[^\"]*/", "\"", str(exc.__cause__)))
    with Pool(1) as pool:
        for call in (lambda: pool.apply(divide, (0,)), lambda: pool.starmap(divide, [(0,)]),
                     lambda: list(pool.imap(divide, [0]))):
            try:
                call()
            except ZeroDivisionError as exc:
                print(re.sub("\"[^\"]*/", "\"", str(exc.__cause__)))
        try:
            pool.apply_async(time.sleep, (1,)).get(timeout=0.1)
        except TimeoutError as exc:
            print(repr(exc))
        pool.map(divide, [1, 0])
