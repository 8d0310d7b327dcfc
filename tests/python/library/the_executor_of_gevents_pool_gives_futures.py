# recorded by hand: needs gevent
"""The executor of gevent's pool of threads: futures that a greenlet waits for."""
import concurrent.futures
import time

import gevent
from gevent.threadpool import ThreadPoolExecutor


def work(n):
    time.sleep(n / 10)
    return n * n


with ThreadPoolExecutor(2) as pool:
    print(isinstance(pool, concurrent.futures.ThreadPoolExecutor), type(pool).__module__)
    futures = [pool.submit(work, n) for n in (2, 1)]
    print([f.done() for f in futures], [f.result() for f in futures], [f.done() for f in futures])
    print(list(pool.map(work, [2, 1])))
    future = pool.submit(work, 2)
    future.add_done_callback(lambda f: print('done', f.done()))
    try:
        future.result(timeout=0.05)
    except concurrent.futures.TimeoutError:
        print('too late')
    print(future.result(), future.cancel())
    side = gevent.spawn(lambda: print('beside'))
    print(pool.submit(pow, 2, 5).result())
    side.join()
    ready = gevent.wait([pool.submit(work, 1)])
    print(len(ready), ready[0].result())
try:
    pool.submit(work, 1)
except RuntimeError as e:
    print(e)
