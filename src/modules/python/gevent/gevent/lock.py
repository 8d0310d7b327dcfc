"""Semaphores and locks."""
from gevent._links import Linkable
from gevent.timeout import Timeout
from greenlet import getcurrent

__all__ = ['Semaphore', 'BoundedSemaphore', 'DummySemaphore', 'RLock']


class Semaphore(Linkable):
    def __init__(self, value=1, hub=None):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        super().__init__()
        self.counter = value

    def __str__(self):
        return f'<{type(self).__name__} at {id(self):#x} counter={self.counter} _links[{self.linkcount()}]>'

    def _words(self):
        return type(self).__name__.lower()

    def locked(self):
        return self.counter <= 0

    def ready(self):
        return self.counter > 0

    def release(self):
        self.counter += 1
        self._check_and_notify()
        return self.counter

    def wait(self, timeout=None):
        self._wait(timeout)
        return self.counter

    def acquire(self, blocking=True, timeout=None):
        if self.counter > 0:
            self.counter -= 1
            return True
        if not blocking:
            return False
        if isinstance(timeout, (int, float)) and timeout < 0:
            timeout = None
        timer = Timeout._start_new_or_dummy(timeout)
        try:
            while self.counter <= 0:
                self._wait()
        except Timeout as error:
            if error is not timer:
                raise
            return False
        finally:
            timer.cancel()
        self.counter -= 1
        return True

    def __enter__(self):
        self.acquire()

    def __exit__(self, *error):
        self.release()


class BoundedSemaphore(Semaphore):
    _OVER_RELEASE_ERROR = ValueError

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._initial_value = self.counter

    def release(self):
        if self.counter >= self._initial_value:
            raise self._OVER_RELEASE_ERROR('Semaphore released too many times')
        return super().release()


class DummySemaphore:
    def __init__(self, value=None):
        pass

    def __str__(self):
        return f'<{type(self).__name__}>'

    def locked(self):
        return False

    def ready(self):
        return True

    def release(self):
        pass

    def rawlink(self, callback):
        pass

    def unlink(self, callback):
        pass

    def wait(self, timeout=None):
        return 1

    def acquire(self, blocking=True, timeout=None):
        return True

    def __enter__(self):
        pass

    def __exit__(self, *error):
        pass


class RLock:
    def __init__(self, hub=None):
        self._block, self._owner, self._count = Semaphore(1, hub), None, 0

    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x} _block={self._block} _count={self._count!r} _owner={self._owner!r})>'

    def acquire(self, blocking=True, timeout=None):
        me = getcurrent()
        if self._owner is me:
            self._count += 1
            return 1
        taken = self._block.acquire(blocking, timeout)
        if taken:
            self._owner, self._count = me, 1
        return taken

    def __enter__(self):
        return self.acquire()

    def release(self):
        if self._owner is not getcurrent():
            raise RuntimeError(f'cannot release un-acquired lock. Owner: {self._owner!r} Current: {getcurrent()!r}')
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()

    def __exit__(self, *error):
        self.release()


Semaphore.__module__ = BoundedSemaphore.__module__ = 'gevent._gevent_c_semaphore'
