"""What stands in for `threading` and `queue` once they are patched: threads are greenlets."""
import sys
import threading

from gevent import event, lock, queue
from gevent.hub import spawn_raw
from greenlet import getcurrent

_running = set()


class Lock(lock.BoundedSemaphore):
    _OVER_RELEASE_ERROR = RuntimeError

    def acquire(self, blocking=True, timeout=-1):
        if timeout < 0 and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call" if not blocking else 'timeout value must be a non-negative number')
        return super().acquire(blocking, None if timeout == -1 else timeout)

    def __enter__(self):
        return self.acquire()


class Event(event.Event):
    def __repr__(self):
        return f'<{type(self).__module__}.{type(self).__name__} at {id(self):#x}: {"set" if self.is_set() else "unset"}>'


Event.__module__ = 'threading'


class Semaphore(lock.Semaphore):
    def release(self, n=1):
        for _ in range(n):
            super().release()

    def __enter__(self):
        return self.acquire()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        super().__init__(value)
        self._most = value

    def release(self, n=1):
        if self.counter + n > self._most:
            raise ValueError('Semaphore released too many times')
        super().release(n)


class Condition:
    def __init__(self, lock=None):
        self._lock, self._waiters = lock or RLock(), []
        self.acquire, self.release = self._lock.acquire, self._lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *error):
        return self._lock.__exit__(*error)

    def wait(self, timeout=None):
        waiter, count = event.Event(), getattr(self._lock, '_count', 1)
        self._waiters.append(waiter)
        for _ in range(count):
            self._lock.release()
        try:
            return waiter.wait(timeout)
        finally:
            for _ in range(count):
                self._lock.acquire()
            if waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        from time import monotonic
        end = None if timeout is None else monotonic() + timeout
        while not (found := predicate()):
            if end is not None and monotonic() >= end:
                break
            self.wait(None if end is None else end - monotonic())
        return found

    def notify(self, n=1):
        woken, self._waiters = self._waiters[:n], self._waiters[n:]
        for waiter in woken:
            waiter.set()

    def notify_all(self):
        self.notify(len(self._waiters))


RLock = lock.RLock


class _Handle:
    """What a thread that is a greenlet is joined by."""

    def __init__(self):
        self._ended = event.Event()

    def is_done(self):
        return self._ended.is_set()

    def join(self, timeout=None):
        self._ended.wait(timeout)


def start(self):
    if not self._initialized:
        raise RuntimeError('thread.__init__() not called')
    if self._started.is_set():
        raise RuntimeError('threads can only be started once')
    self._handle, self._started = _Handle(), event.Event()
    threading._limbo[self] = self
    spawn_raw(_live, self)
    self._started.wait()


def _live(thread):
    _running.add(thread)
    me = getcurrent()
    me._own_ident = True
    try:
        thread._bootstrap()
    finally:
        _running.discard(thread)
        thread._handle._ended.set()


def join_all():
    """At the end of the program those threads are waited for that are no daemons."""
    for thread in list(_running):
        if not thread.daemon:
            thread.join()


def unless_in_loop(patched, plain):
    """A loop of asyncio's waits with its whole thread, so what it starts is left to threads of their own."""
    def either(*args, **kwargs):
        loops = sys.modules.get('asyncio')
        return (plain if loops and loops._get_running_loop() else patched)(*args, **kwargs)
    either.__name__ = plain.__name__
    return either


def sized(kind):
    """A queue of gevent's with the arguments of CPython's."""
    class Sized(kind):
        def __init__(self, maxsize=0):
            super().__init__(maxsize if maxsize > 0 else None)
    Sized.__name__ = Sized.__qualname__ = kind.__name__
    Sized.__module__ = 'queue'
    return Sized


THREADING = {'Lock': Lock, 'RLock': RLock, 'Event': Event, 'Semaphore': Semaphore, 'BoundedSemaphore': BoundedSemaphore, 'Condition': Condition}
# What the library itself waits with.
PARTS = {'_quiet_lock': Lock, '_quiet_queue': queue.SimpleQueue, '_quiet_semaphore': Semaphore,
         '_condition': lambda lock, why, of: Condition(lock), '_private_event': lambda within: Event()}
QUEUES = {name: sized(getattr(queue, name)) for name in ('Queue', 'LifoQueue', 'PriorityQueue')}
