# What is handed to a pool is looked at where the function is called, and imap's iterable when a result is asked for.
# recorded by hand: a virtual clock of one process does not see what its forked children do
from multiprocessing.pool import ThreadPool, Pool
def f(*a): return a
def attempt(g, *a):
    try: print("->", g(*a))
    except BaseException as e: print(type(e).__name__, e)
if __name__ == "__main__":
    for pool in ThreadPool(1), Pool(1):
        with pool:
            it = pool.imap(f, 5); print(type(it).__name__)
            attempt(next, it); attempt(next, it)
            it = pool.imap_unordered(f, 5, 2); print(type(it).__name__)
            attempt(next, it)
            attempt(pool.apply_async(f, 5).get)
            attempt(pool.apply_async(f, (1,), 5).get)
            attempt(pool.apply_async(f, (1,), {"x": 1}).get)
            attempt(pool.apply, f, "ab")
            attempt(pool.apply_async(f, [1, 2]).get)
            attempt(pool.starmap, f, [(1, 2), 3])
            attempt(pool.map, f, 5)
