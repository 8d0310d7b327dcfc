"""concurrent.futures: ThreadPoolExecutor, Future, wait, as_completed."""
import concurrent.futures
import threading
import time
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, as_completed, wait


def show(*words):
    print(f'{time.monotonic() - 1000:.2f}', threading.current_thread().name, *words)


def work(n, fail=False):
    show('begins', n)
    time.sleep(n / 10)
    if fail:
        raise ValueError(n)
    return n * n


with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(work, n) for n in (3, 1, 2)]
    print([f.running() for f in futures], [f.done() for f in futures], futures[2].cancelled())
    print([repr(f).split(' state=')[1] for f in futures])
    for f in as_completed(futures):
        show('completed', f.result())
    print([repr(f).split(' state=')[1] for f in futures])
    print(list(pool.map(work, [2, 0, 1])))
    print([f.result() for f in as_completed(futures)])
show('shut down')
try:
    pool.submit(work, 1)
except RuntimeError as e:
    print(e)

pool = ThreadPoolExecutor(1, thread_name_prefix='own', initializer=lambda word: show('init', word), initargs=('hello',))
failing = pool.submit(work, 1, fail=True)
waiting = pool.submit(work, 2)
cancelled = pool.submit(work, 3)
print(cancelled.cancel(), cancelled.cancelled(), failing.cancel(), repr(cancelled).split(' state=')[1])
failing.add_done_callback(lambda f: show('callback', f.exception()))
cancelled.add_done_callback(lambda f: show('at once', f.cancelled()))
try:
    waiting.result(timeout=0.05)
except TimeoutError as e:
    show('timeout', repr(e), concurrent.futures.TimeoutError is TimeoutError)
try:
    failing.result()
except ValueError as e:
    show('raised', repr(e), repr(failing).split(' state=')[1])
try:
    cancelled.result()
except CancelledError as e:
    show(type(e).__module__, repr(e))
done, not_done = wait([waiting, failing], timeout=0.1)
show(len(done), len(not_done))
done, not_done = wait([waiting, failing, cancelled], return_when=concurrent.futures.FIRST_EXCEPTION)
show(len(done), len(not_done))
done, not_done = wait([waiting, pool.submit(work, 5)], return_when=concurrent.futures.FIRST_COMPLETED)
show(len(done), len(not_done))
print(concurrent.futures.wait({waiting}))
try:
    for f in as_completed(not_done, timeout=0.15):
        pass
except TimeoutError as e:
    show('timeout', e)
try:
    for result in pool.map(work, [1, 4], timeout=1.2):
        show('result', result)
except TimeoutError as e:
    show('timeout', repr(e))
last = [pool.submit(work, 1) for _ in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
show([f.cancelled() for f in last])

own = Future()
own.add_done_callback(lambda f: show('set', f.result()))
own.add_done_callback(lambda f: 1 / 0)
print(own.set_running_or_notify_cancel(), own.running())
threading.Timer(0.2, own.set_result, ['given']).start()
print(own.result())
try:
    own.set_result(1)
except concurrent.futures.InvalidStateError as e:
    print(str(e).split(':')[0], type(e).__module__)
for wrong in (lambda: ThreadPoolExecutor(0), lambda: ThreadPoolExecutor(1, initializer=1), lambda: wait([Future()], return_when='x')):
    try:
        wrong()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)


def broken():
    raise OSError('no')


pool = ThreadPoolExecutor(1, initializer=broken)
try:
    print(pool.submit(work, 1).result())
except concurrent.futures.BrokenExecutor as e:
    print(type(e).__name__, e)
try:
    pool.submit(work, 1)
except concurrent.futures.thread.BrokenThreadPool as e:
    print(type(e).__name__, e)

forgotten = ThreadPoolExecutor(2)
forgotten.submit(work, 2)
print(ThreadPoolExecutor()._max_workers > 4)
show('main ends')
