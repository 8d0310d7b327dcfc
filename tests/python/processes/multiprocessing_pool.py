import time
from multiprocessing import Pool, TimeoutError, current_process
from multiprocessing.pool import ThreadPool


def square(x):
    return x * x


def slow(x):
    time.sleep(x)
    return x


def name(_):
    return current_process().name.partition("-")[0]


def fail(x):
    if x == 2:
        raise ValueError(f"bad {x}")
    return x


def add(a, b):
    return a + b


def set_base(value):
    global base
    base = value


def based(x):
    return base + x


def unsendable():
    return lambda: 1


if __name__ == "__main__":
    with Pool(4) as pool:
        print(pool.map(square, range(10)))
        print(pool.apply(add, (1, 2)))
        result = pool.apply_async(square, (9,))
        print(result.get(timeout=1), result.ready(), result.successful())
        print(pool.starmap(add, [(1, 2), (3, 4)]))
        print(list(pool.imap(square, range(5))), sorted(pool.imap_unordered(square, range(5), chunksize=2)))
        try:
            pool.map(fail, range(4))
        except ValueError as exc:
            print("ValueError", exc, type(exc.__cause__).__name__)
        try:
            pool.apply_async(slow, (5,)).get(timeout=1)
        except TimeoutError:
            print("TimeoutError")
        pool.apply_async(square, (3,), callback=lambda value: print("callback", value)).wait()
        failed = pool.apply_async(fail, (2,), error_callback=lambda exc: print("error", exc))
        failed.wait()
        print(failed.successful())
        pool.map_async(square, [1, 2], callback=print).wait()
        try:
            pool.apply(lambda: 1)
        except Exception as exc:
            print(type(exc).__name__, str(exc)[:30])
        try:
            pool.apply(unsendable)
        except Exception as exc:
            print(type(exc).__name__, str(exc)[:30])
        print(set(pool.map(name, range(8))))
        print(pool.map(square, []))
    pool = Pool(2, initializer=set_base, initargs=(100,))
    print(pool.map(based, [1, 2, 3]))
    pool.close()
    pool.join()
    try:
        pool.map(based, [1])
    except ValueError as exc:
        print(exc)
    with ThreadPool(2) as pool:
        print(pool.map(square, range(4)))
