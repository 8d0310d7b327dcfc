# A semaphore that nobody waits for, one that is waited for, and classes of the program's own.
import threading
import time

plain, bounded = threading.Semaphore(2), threading.BoundedSemaphore(1)
for one in plain, bounded:
    with one:
        print(one._value, one.acquire(False), one._value)
        one.release() if one is plain else None
    print(one._value, one.acquire(), one._value, one.acquire(blocking=False))
    print(one.release(), one._value)
plain.release(3)
print(plain._value)
for wrong in (lambda: bounded.release(), lambda: bounded.release(2), lambda: plain.release(0),
              lambda: plain.acquire(False, 1), lambda: bounded.__exit__(None, None, None)):
    try:
        print(wrong())
    except ValueError as error:
        print(error)


class Loud(threading.Semaphore):
    def acquire(self, *args, **kwargs):
        print('acquire', args)
        return super().acquire(*args, **kwargs)

    __enter__ = acquire

    def release(self, n=1):
        print('release', n)
        super().release(n)


with Loud(1) as got:
    print(got)
narrow = threading.Semaphore(1)
narrow.extra = 1
with narrow:
    print(narrow._value)


def work(name):
    with one_by_one:
        print(name, 'in', time.monotonic())
        time.sleep(1)
    print(name, 'out', time.monotonic())


one_by_one = threading.Semaphore(2)
threads = [threading.Thread(target=work, args=(n,)) for n in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(one_by_one._value, one_by_one.acquire(timeout=1), one_by_one.acquire(True, None), one_by_one.acquire(timeout=0.5))


def replaced(self, n=1):
    print('replaced')
    self._value += n


threading.Semaphore.release = replaced
with one_by_one if one_by_one._value else plain:
    pass
try:
    f = dict
    f(**{1: 3}, **{1: 5})
except TypeError as error:
    print(error)
