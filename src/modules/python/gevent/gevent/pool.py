"""Groups of greenlets, and pools of a size."""
from queue import Full as QueueFull

from gevent.event import Event
from gevent.greenlet import Greenlet, joinall
from gevent.hub import GreenletExit
from gevent.lock import DummySemaphore, Semaphore
from gevent.queue import Queue
from gevent.timeout import Timeout
from greenlet import getcurrent

__all__ = ['Group', 'Pool', 'PoolFull']


class PoolFull(QueueFull):
    pass


class Mapping:
    """Functions applied to many arguments, by what `spawn` makes."""

    def apply_cb(self, func, args=None, kwds=None, callback=None):
        found = self.apply(func, args, kwds)
        if callback is not None:
            self._apply_async_cb_spawn(callback, found)
        return found

    def apply_async(self, func, args=None, kwds=None, callback=None):
        args, kwds = args or (), kwds or {}
        if self._apply_async_use_greenlet():
            return Greenlet.spawn(self.apply_cb, func, args, kwds, callback)
        made = self.spawn(func, *args, **kwds)
        if callback is not None:
            made.link(lambda source: callback(source.value) if source.successful() else None)
        return made

    def apply(self, func, args=None, kwds=None):
        args, kwds = args or (), kwds or {}
        return func(*args, **kwds) if self._apply_immediately() else self.spawn(func, *args, **kwds).get()

    def _mapped(self, func, iterable):
        return [one.get() for one in [self.spawn(func, one) for one in iterable]]

    def map(self, func, iterable):
        return Greenlet.spawn(self._mapped, func, iterable).get()

    def map_cb(self, func, iterable, callback=None):
        found = self.map(func, iterable)
        if callback is not None:
            callback(found)
        return found

    def map_async(self, func, iterable, callback=None):
        return Greenlet.spawn(self.map_cb, func, iterable, callback)

    def imap(self, func, *iterables, maxsize=None):
        return _Results(self, func, zip(*iterables), maxsize, True)

    def imap_unordered(self, func, *iterables, maxsize=None):
        return _Results(self, func, zip(*iterables), maxsize, False)


class _Results:
    """What `imap` gives: results as they come, or in the order of the arguments."""

    def __init__(self, pool, func, arguments, maxsize, ordered):
        self._pool, self._func, self._arguments, self._ordered = pool, func, arguments, ordered
        self._room = Semaphore(maxsize) if maxsize else DummySemaphore()
        self._queue, self._early, self._next, self._given, self._left = Queue(), {}, 0, 0, None
        self._feeder = Greenlet.spawn(self._feed)

    def _feed(self):
        try:
            for arguments in self._arguments:
                self._room.acquire()
                number, self._given = self._given, self._given + 1
                self._pool.spawn(self._func, *arguments).rawlink(lambda source, number=number: self._queue.put((number, source)))
        finally:
            self._left = self._given
            self._queue.put((None, None))

    def __iter__(self):
        return self

    def __next__(self):
        while True:
            if self._left is not None and self._next >= self._left and not self._early:
                raise StopIteration
            if self._ordered and self._next in self._early:
                source = self._early.pop(self._next)
            else:
                number, source = self._queue.get()
                if source is None:
                    continue
                if self._ordered and number != self._next:
                    self._early[number] = source
                    continue
            self._next += 1
            self._room.release()
            return source.get()

    next = __next__


class Group(Mapping):
    greenlet_class = Greenlet

    def __init__(self, *args):
        self.greenlets, self.dying, self._empty_event = set(*args), set(), Event()
        for one in self.greenlets:
            one.rawlink(self._discard)
        self._empty_event.set()

    def __repr__(self):
        return f'<{type(self).__name__} at 0x{id(self):x} {self.greenlets}>'

    def __len__(self):
        return len(self.greenlets)

    def __contains__(self, item):
        return item in self.greenlets

    def __iter__(self):
        return iter(self.greenlets)

    def add(self, greenlet):
        if hasattr(greenlet, 'rawlink'):
            greenlet.rawlink(self._discard)
        self.greenlets.add(greenlet)
        self._empty_event.clear()

    def _discard(self, greenlet):
        self.greenlets.discard(greenlet)
        self.dying.discard(greenlet)
        if not self.greenlets:
            self._empty_event.set()

    def discard(self, greenlet):
        self._discard(greenlet)
        if hasattr(greenlet, 'unlink'):
            greenlet.unlink(self._discard)

    def start(self, greenlet):
        self.add(greenlet)
        greenlet.start()

    def spawn(self, *args, **kwargs):
        made = self.greenlet_class(*args, **kwargs)
        self.start(made)
        return made

    def join(self, timeout=None, raise_error=False):
        greenlets = list(self.greenlets) if raise_error else ()
        found = self._empty_event.wait(timeout=timeout)
        for one in greenlets:
            if one.exception is not None:
                raise one.exception
        return found

    def kill(self, exception=GreenletExit, block=True, timeout=None):
        timer = Timeout._start_new_or_dummy(timeout)
        try:
            while self.greenlets:
                for one in list(self.greenlets):
                    if one not in self.dying:
                        one.kill(exception, block=False)
                        self.dying.add(one)
                if not block:
                    break
                joinall(self.greenlets)
        except Timeout as error:
            if error is not timer:
                raise
        finally:
            timer.cancel()

    def killone(self, greenlet, exception=GreenletExit, block=True, timeout=None):
        if greenlet not in self.dying and greenlet in self.greenlets:
            greenlet.kill(exception, block=False)
            self.dying.add(greenlet)
            if block:
                greenlet.join(timeout)

    def full(self):
        return False

    def wait_available(self, timeout=None):
        pass

    def _apply_immediately(self):
        return getcurrent() in self

    def _apply_async_cb_spawn(self, callback, result):
        Greenlet.spawn(callback, result)

    def _apply_async_use_greenlet(self):
        return self.full()


class Pool(Group):
    def __init__(self, size=None, greenlet_class=None):
        if size is not None and size < 0:
            raise ValueError(f'size must not be negative: {size}')
        super().__init__()
        self.size = size
        if greenlet_class is not None:
            self.greenlet_class = greenlet_class
        self._semaphore = DummySemaphore() if size is None else Semaphore(size)

    def wait_available(self, timeout=None):
        return self._semaphore.wait(timeout=timeout)

    def full(self):
        return self.free_count() <= 0

    def free_count(self):
        return 1 if self.size is None else max(0, self.size - len(self))

    def start(self, greenlet, blocking=True, timeout=None):
        self.add(greenlet, blocking=blocking, timeout=timeout)
        greenlet.start()

    def add(self, greenlet, blocking=True, timeout=None):
        if not self._semaphore.acquire(blocking=blocking, timeout=timeout):
            raise PoolFull()
        try:
            super().add(greenlet)
        except BaseException:
            self._semaphore.release()
            raise

    def _discard(self, greenlet):
        super()._discard(greenlet)
        self._semaphore.release()
