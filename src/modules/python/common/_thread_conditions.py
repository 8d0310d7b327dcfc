"""Conditions that threads wait for, and what is made of them: semaphores and events."""
import _thread as _machine
from _thread import _Followed, _part_rlock, _waiter, lock as Lock
from _collections import deque as _deque

__name__ = 'threading'  # where what is here is said to be  #: in threading.py

# What is left of a timeout when it is over: less than half a nanosecond, which the clock does not know.
_OVER = 5e-10


def _deprecated(old, new):
    import warnings
    warnings.warn(f'{old} is deprecated, {new} instead', DeprecationWarning, stacklevel=2)


class Condition(_Followed):
    """Lets threads wait until another one notifies them."""

    def __init__(self, lock=None):  #: in threading.py
        number = self._created('thread-condition', 0, 'threading.Condition')
        self._set_up(_part_rlock(number) if lock is None else lock, 'condition', number)  #: 286 self.acquire = «lock.acquire»

    def _set_up(self, lock, why, number):  #: -
        self._lock = lock
        self._why, self._of = why, number
        self.acquire = lock.acquire
        self.release = lock.release
        # An RLock lets go of all its levels at once; a lock of the program's own may say how it does that.
        for name in ('_release_save', '_acquire_restore', '_is_owned'):
            if hasattr(lock, name):
                setattr(self, name, getattr(lock, name))
        self._waiters = _deque()

    def __enter__(self):
        return self._lock.__enter__()  #: 304

    def __exit__(self, *args):
        return self._lock.__exit__(*args)  #: 307

    def _at_fork_reinit(self):
        self._lock._at_fork_reinit()
        self._waiters.clear()

    def __repr__(self):
        return f'<Condition({self._lock}, {len(self._waiters)})>'

    def _release_save(self):
        self._lock.release()

    def _acquire_restore(self, state):
        self._lock.acquire()

    def _is_owned(self):
        return self._lock.locked() if type(self._lock) is Lock else not self._try_lock()

    def _try_lock(self):
        free = self._lock.acquire(False)
        if free:
            self._lock.release()
        return free

    def wait(self, timeout=None):
        """Waits for a notification; False if the timeout came first."""
        if not self._is_owned():  #: 350
            raise RuntimeError('cannot wait on un-acquired lock')  #: 351 raise RuntimeError("cannot wait on un-acquired lock")
        waiter = _waiter(self._why, self._of)
        self._waiters.append(waiter)
        state = self._release_save()
        notified = False
        try:
            if timeout is None:
                notified = waiter.acquire()  #: 359 «waiter.acquire()»
            else:
                soon = timeout > 0  #: 362 if «timeout > 0»:
                notified = waiter.acquire(True, timeout) if soon else waiter.acquire(False)  #: 363 gotit = «waiter.acquire(True, timeout)»
            return notified
        finally:
            self._acquire_restore(state)
            if not notified and waiter in self._waiters:
                self._waiters.remove(waiter)

    def wait_for(self, predicate, timeout=None):
        """Waits until the predicate holds; gives its last value."""
        end = None
        remaining = timeout
        while not (result := predicate()):  #: 385 result = «predicate()»
            if remaining is not None:
                if end is None:
                    end = _time() + remaining  #: 389 endtime = «_time() + waittime»
                else:
                    remaining = end - _time()
                    if remaining < _OVER:
                        break
            self.wait(remaining)  #: 394 self.wait(waittime)
        return result

    def notify(self, n=1):
        """Wakes so many of the waiting threads, those that have waited longest."""
        if not self._is_owned():  #: 408
            raise RuntimeError('cannot notify on un-acquired lock')  #: 409 raise RuntimeError("cannot notify on un-acquired lock")
        waiters = self._waiters
        some = waiters and n > 0  #: 411 while waiters and «n > 0»:
        if self._why == 'condition':
            self._used('notify', min(n, len(waiters)) if some else 0)
        while waiters and n > 0:
            waiter = waiters.popleft()
            # One whose timeout has come, but which has not run since, may have been taken already.
            if waiter.locked():
                waiter.release()  #: 414
                n -= 1

    def notify_all(self):
        self.notify(len(self._waiters))  #: 435

    def notifyAll(self):
        _deprecated('notifyAll()', 'use notify_all()')
        self.notify_all()  #: 446


def _condition(lock, why, of):
    """The condition inside another primitive, which the trace takes for that one; `of`: its number, or what is waited for, in words."""
    made = _OwnCondition.__new__(_OwnCondition)
    made._set_up(lock, why, of)
    return made


def _place(self):
    cls = type(self)
    return f'{cls.__module__}.{cls.__qualname__} at {id(self):#x}'


class Semaphore(_Followed):
    """A counter that cannot fall below zero: who would take it there waits."""
    _label = 'threading.Semaphore'

    def __init__(self, value=1):
        if value < 0:  #: 462
            raise ValueError('semaphore initial value must be >= 0')  #: 463 raise ValueError("semaphore initial value must be >= 0")
        number = self._created('thread-semaphore', value, self._label)
        self._cond = _condition(_machine.allocate_lock(), 'semaphore', number)
        self._value = value

    def __repr__(self):
        return f'<{_place(self)}: value={self._value}>'

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")  #: 497
        end = None
        with self._cond:
            while self._value == 0:
                if not blocking:
                    return False
                if timeout is not None:
                    if end is None:
                        end = _time() + timeout  #: 506 endtime = «_time() + timeout»
                    else:
                        timeout = end - _time()
                        if timeout < _OVER:
                            return False
                self._cond.wait(timeout)  #: 511
            self._value -= 1
            self._used('acquire', self._value)
        return True

    __enter__ = acquire

    def release(self, n=1):
        if n < 1:  #: 526
            raise ValueError('n must be one or more')  #: 527
        with self._cond:
            self._value += n
            self._used('release', self._value)
            if self._cond._waiters:
                self._cond.notify(n)  #: 530

    def __exit__(self, t, v, tb):
        self.release()  #: 533


class BoundedSemaphore(Semaphore):
    """A semaphore that must not be released more often than it was acquired."""
    _label = 'threading.BoundedSemaphore'

    def __init__(self, value=1):
        super().__init__(value)  #: 554
        self._initial_value = value

    def __repr__(self):
        return f'<{_place(self)}: value={self._value}/{self._initial_value}>'

    def release(self, n=1):
        if n < 1:  #: 572
            raise ValueError('n must be one or more')  #: 573
        with self._cond:
            if self._value + n > self._initial_value:
                raise ValueError('Semaphore released too many times')  #: 576 raise ValueError("Semaphore released too many times")
            self._value += n
            self._used('release', self._value)
            if self._cond._waiters:
                self._cond.notify(n)  #: 578


_machine._semaphore_shortcuts(Semaphore, BoundedSemaphore)


class Event(_Followed):
    """A flag that threads can wait for."""

    def __init__(self):
        number = self._created('thread-event', 0, 'threading.Event')
        self._cond = _condition(_machine.allocate_lock(), 'event', number)
        self._flag = False

    def _at_fork_reinit(self):
        self._cond._at_fork_reinit()

    def __repr__(self):
        return f"<{_place(self)}: {'set' if self._flag else 'unset'}>"

    def is_set(self):
        return self._flag

    def isSet(self):
        _deprecated('isSet()', 'use is_set()')
        return self.is_set()  #: 618

    def set(self):
        with self._cond:
            self._flag = True
            self._used('set', 1)
            self._cond.notify_all()  #: 629

    def clear(self):
        with self._cond:
            self._flag = False
            self._used('clear')

    def wait(self, timeout=None):
        """Waits until the flag is set; False if the timeout came first."""
        with self._cond:
            return self._flag or self._cond.wait(timeout)  #: 659 signaled = «self._cond.wait(timeout)»


# Those of this module, whatever stands under the public names.
_OwnCondition, _OwnSemaphore, _OwnEvent = Condition, Semaphore, Event
# What executors are made of, which stands in no trace.
_quiet_lock = _machine.allocate_lock
_quiet_queue = _machine._work_queue


def _quiet_semaphore(value):
    made = _OwnSemaphore.__new__(_OwnSemaphore)
    made._cond = _condition(_quiet_lock(), 'semaphore', 0)
    made._value = value
    return made


def _private_event(within):
    """An event of the library's own, which the trace leaves out; who waits for it is said to wait within that call."""
    made = _OwnEvent.__new__(_OwnEvent)
    made._cond = _condition(_machine.allocate_lock(), 'future', within)
    made._flag = False
    return made
