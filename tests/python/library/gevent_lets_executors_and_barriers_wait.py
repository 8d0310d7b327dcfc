# recorded by hand: CPython with gevent 26.9 and greenlet 3.5
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

from gevent import monkey

monkey.patch_all()

import asyncio
import threading
import time

import gevent
from gevent.pool import Pool


def work(n):
    time.sleep(1)
    return n * n


def shared():
    start = time.monotonic()
    with ThreadPoolExecutor(max_workers=2) as executor:
        jobs = [Pool(9).spawn(lambda n=n: executor.submit(work, n).result()) for n in range(5)]
        gevent.joinall(jobs)
    print([job.value for job in jobs], round(time.monotonic() - start, 1))


def gathered():
    start = time.monotonic()
    with ThreadPoolExecutor(4) as executor:
        ticks = gevent.spawn(lambda: [gevent.sleep(0.3) for _ in range(3)])
        print(list(executor.map(work, range(4))), ticks.ready())
        futures = [executor.submit(time.sleep, n / 10) for n in (3, 1, 2)]
        print([futures.index(done) for done in as_completed(futures)])
        done, left = wait([executor.submit(work, 1), executor.submit(time.sleep, 3)], timeout=2)
        print(len(done), len(left))
        failed = executor.submit(int, "x")
        print(type(failed.exception()).__name__)
    print(round(time.monotonic() - start, 1))


def met():
    barrier = threading.Barrier(3)
    arrived = []

    def arrive(n):
        time.sleep(n)
        barrier.wait()
        arrived.append(n)

    gevent.joinall([gevent.spawn(arrive, n) for n in range(3)])
    print(sorted(arrived), barrier.broken)


async def looped():
    loop = asyncio.get_running_loop()
    start = time.monotonic()
    print(await asyncio.gather(*(loop.run_in_executor(None, work, n) for n in range(3))))
    with ThreadPoolExecutor(2) as executor:
        print(await loop.run_in_executor(executor, work, 7))
    print(await asyncio.to_thread(work, 8), round(time.monotonic() - start, 1))


shared()
gathered()
met()
asyncio.run(looped())
