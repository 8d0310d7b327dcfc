# recorded by hand: a broken pool does not end under the virtual clock
# A spawned process that fails before it has read what to do is told of as one that ended; workers are started as calls
# come, and one that is idle is taken first.
import concurrent.futures
import multiprocessing
import os
import sys
from multiprocessing.connection import wait

if __name__ != '__main__' and os.environ.get('FAILS') == 'exit':
    sys.exit(7)
if __name__ != '__main__' and os.environ.get('FAILS') == 'import':
    import nothing_of_this_name


def double(x):
    return 2 * x




if __name__ == '__main__':
    spawn = multiprocessing.get_context('spawn')
    for fails in 'exit', 'import':
        os.environ['FAILS'] = fails
        process = spawn.Process(target=double, args=(1,))
        process.start()
        print(wait([process.sentinel]) == [process.sentinel])
        process.join()
        print(fails, process.exitcode)
    os.environ['FAILS'] = 'exit'
    with concurrent.futures.ProcessPoolExecutor(2, mp_context=spawn) as pool:
        future = pool.submit(double, 2)
        print(type(future.exception()).__name__)
        try:
            pool.submit(double, 3)
        except concurrent.futures.BrokenExecutor as exc:
            print(exc)
    del os.environ['FAILS']
    for way in 'fork', 'spawn', 'forkserver':
        context = multiprocessing.get_context(way)
        with concurrent.futures.ProcessPoolExecutor(4, mp_context=context) as pool:
            futures = [pool.submit(double, k) for k in range(3)]
            started = len(pool._processes)
            print(way, started, [future.result() for future in futures])
    with concurrent.futures.ProcessPoolExecutor(4, mp_context=spawn) as pool:
        for k in range(5):
            print(pool.submit(double, k).result(), len(pool._processes))
