# recorded by hand: the oracle's clock does not follow processes
"""An executor that has been shut down has no processes any more; one that broke has them still."""
import concurrent.futures
import os
from concurrent.futures.process import BrokenProcessPool


def double(number):
    return 2 * number


if __name__ == '__main__':
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        print(pool._processes)
        print(list(pool.map(double, range(3))), all(pool._processes.values()))
    print(pool._processes)
    pool = concurrent.futures.ProcessPoolExecutor(1)
    try:
        pool.submit(os._exit, 3).result()
    except BrokenProcessPool as error:
        print(error)
    pool._executor_manager_thread.join()
    print([process.exitcode for process in pool._processes.values()])
    pool.shutdown(wait=False)
    print(pool._processes)
