"""Events, locks, conditions, semaphores and limiters, over the backend's events."""
import math
from collections import OrderedDict, deque
from collections import namedtuple
from anyio import _seam
from anyio._errors import BusyResourceError, WouldBlock

EventStatistics = namedtuple('EventStatistics', 'tasks_waiting')
CapacityLimiterStatistics = namedtuple('CapacityLimiterStatistics', 'borrowed_tokens total_tokens borrowers tasks_waiting')
LockStatistics = namedtuple('LockStatistics', 'locked owner tasks_waiting')
ConditionStatistics = namedtuple('ConditionStatistics', 'tasks_waiting lock_statistics')
SemaphoreStatistics = namedtuple('SemaphoreStatistics', 'tasks_waiting')


class _Named:
    """Says in its repr what it would be in anyio."""

    def __repr__(self):
        found = _seam.running()
        return f'<anyio._backends._{found.name if found else "asyncio"}.{type(self).__name__} object at {id(self):#x}>'


class Event(_Named):
    """Tasks wait until it is set; the backend's is made when somebody waits."""

    def __init__(self):
        self._set, self._native, self._waiting = False, None, 0

    def set(self):
        self._set = True
        if self._native is not None:
            self._native.set()

    def is_set(self):
        return self._set

    async def wait(self):
        if self._set:
            await _seam.backend().checkpoint()
            return
        if self._native is None:
            self._native = _seam.backend().NativeEvent()
        self._waiting += 1
        try:
            await self._native.wait()
        finally:
            self._waiting -= 1

    def statistics(self):
        return EventStatistics(self._waiting)


class _Acquired(_Named):
    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, exc, tb):
        self.release()

    async def _taken(self):
        """Gives way once what was free has been taken."""
        if not self._fast:
            try:
                await _seam.backend().cancel_shielded_checkpoint()
            except BaseException:
                self.release()
                raise

    async def _queue(self, entry, event):
        """Waits for what whoever releases hands over."""
        self._waiters.append(entry)
        try:
            await event.wait()
        except BaseException:
            if entry in self._waiters:
                self._waiters.remove(entry)
            elif event.is_set():
                self.release()
            raise


class Lock(_Acquired):
    def __init__(self, *, fast_acquire=False):
        self._fast, self._owner, self._waiters = fast_acquire, None, deque()

    def acquire_nowait(self):
        task = _seam.backend().current_task_key()
        if self._owner is task:
            raise RuntimeError('Attempted to acquire an already held Lock')
        if self._owner is not None or self._waiters:
            raise WouldBlock
        self._owner = task

    async def acquire(self):
        if self._owner is None and not self._waiters:
            await _seam.backend().checkpoint_if_cancelled()
        try:
            self.acquire_nowait()
        except WouldBlock:
            event = _seam.backend().NativeEvent()
            await self._queue((_seam.backend().current_task_key(), event), event)
        else:
            await self._taken()

    def locked(self):
        return self._owner is not None

    def release(self):
        found = _seam.backend()
        if self._owner is not found.current_task_key():
            raise RuntimeError('The current task is not holding this lock' if found.name == 'asyncio' else "can't release a Lock you don't own")
        self._owner = None
        if self._waiters:
            self._owner, event = self._waiters.popleft()
            event.set()

    def statistics(self):
        owner = None if self._owner is None else _seam.backend().task_info(self._owner)
        return LockStatistics(self._owner is not None, owner, len(self._waiters))


class Semaphore(_Acquired):
    def __init__(self, initial_value, *, max_value=None, fast_acquire=False):
        if not isinstance(initial_value, int):
            raise TypeError('initial_value must be an integer')
        if initial_value < 0:
            raise ValueError('initial_value must be >= 0')
        if max_value is not None:
            if not isinstance(max_value, int):
                raise TypeError('max_value must be an integer or None')
            if max_value < initial_value:
                raise ValueError('max_value must be equal to or higher than initial_value')
        self._fast, self._value, self._max, self._waiters = fast_acquire, initial_value, max_value, deque()

    value = property(lambda self: self._value)
    max_value = property(lambda self: self._max)

    def acquire_nowait(self):
        if self._value == 0:
            raise WouldBlock
        self._value -= 1

    async def acquire(self):
        if self._value > 0 and not self._waiters:
            await _seam.backend().checkpoint_if_cancelled()
            self._value -= 1
            await self._taken()
        else:
            event = _seam.backend().NativeEvent()
            await self._queue(event, event)

    def release(self):
        if self._max is not None and self._value == self._max:
            raise ValueError('semaphore released too many times')
        if self._waiters:
            self._waiters.popleft().set()
        else:
            self._value += 1

    def statistics(self):
        return SemaphoreStatistics(len(self._waiters))


class CapacityLimiter(_Acquired):
    def __init__(self, total_tokens):
        self._fast, self._total, self._borrowers, self._waiting = False, 0, {}, OrderedDict()
        self.total_tokens = total_tokens

    @property
    def total_tokens(self):
        return self._total

    @total_tokens.setter
    def total_tokens(self, total):
        if not isinstance(total, int) and not math.isinf(total):
            raise TypeError('total_tokens must be an int or math.inf')
        if total < 0:
            raise ValueError('total_tokens must be >= 0')
        self._total = total
        self._wake()

    def _wake(self):
        while self._waiting and len(self._borrowers) < self._total:
            borrower, event = self._waiting.popitem(last=False)
            self._borrowers[borrower] = None
            event.set()

    borrowed_tokens = property(lambda self: len(self._borrowers))
    available_tokens = property(lambda self: self._total - len(self._borrowers))

    def acquire_nowait(self):
        self.acquire_on_behalf_of_nowait(_seam.backend().current_task_key())

    def acquire_on_behalf_of_nowait(self, borrower):
        if borrower in self._borrowers:
            raise RuntimeError("this borrower is already holding one of this CapacityLimiter's tokens")
        if self._waiting or len(self._borrowers) >= self._total:
            raise WouldBlock
        self._borrowers[borrower] = None

    async def acquire(self):
        await self.acquire_on_behalf_of(_seam.backend().current_task_key())

    async def acquire_on_behalf_of(self, borrower):
        found = _seam.backend()
        await found.checkpoint_if_cancelled()
        try:
            self.acquire_on_behalf_of_nowait(borrower)
        except WouldBlock:
            event = self._waiting[borrower] = found.NativeEvent()
            try:
                await event.wait()
            except BaseException:
                self._waiting.pop(borrower, None)
                if event.is_set():
                    self.release_on_behalf_of(borrower)
                raise
        else:
            try:
                await found.cancel_shielded_checkpoint()
            except BaseException:
                self.release_on_behalf_of(borrower)
                raise

    def release(self):
        self.release_on_behalf_of(_seam.backend().current_task_key())

    def release_on_behalf_of(self, borrower):
        if borrower not in self._borrowers:
            raise RuntimeError("this borrower isn't holding any of this CapacityLimiter's tokens")
        del self._borrowers[borrower]
        self._wake()

    def statistics(self):
        return CapacityLimiterStatistics(len(self._borrowers), self._total, tuple(self._borrowers), len(self._waiting))


class Condition(_Acquired):
    def __init__(self, lock=None):
        self._lock, self._waiters = lock or Lock(), deque()

    def __repr__(self):
        return f'<anyio.Condition object at {id(self):#x}>'

    def _check(self):
        if self._lock._owner is not _seam.backend().current_task_key():
            raise RuntimeError('The current task is not holding the underlying lock')

    async def acquire(self):
        await self._lock.acquire()

    def acquire_nowait(self):
        self._lock.acquire_nowait()

    def release(self):
        self._lock.release()

    def locked(self):
        return self._lock.locked()

    def notify(self, n=1):
        self._check()
        for _ in range(min(n, len(self._waiters))):
            self._waiters.popleft().set()

    def notify_all(self):
        self.notify(len(self._waiters))

    async def wait(self):
        await _seam.backend().checkpoint_if_cancelled()
        self._check()
        event = Event()
        self._waiters.append(event)
        self.release()
        try:
            await event.wait()
        except BaseException:
            if not event.is_set():
                self._waiters.remove(event)
            elif self._waiters:
                self._waiters.popleft().set()
            raise
        finally:
            with _seam.backend().CancelScope(shield=True):
                await self.acquire()

    async def wait_for(self, predicate):
        while not (result := predicate()):
            await self.wait()
        return result

    def statistics(self):
        return ConditionStatistics(len(self._waiters), self._lock.statistics())


class ResourceGuard:
    def __init__(self, action='using'):
        self.action, self._guarded = action, False

    def __enter__(self):
        if self._guarded:
            raise BusyResourceError(self.action)
        self._guarded = True

    def __exit__(self, kind, exc, tb):
        self._guarded = False


for _class in Event, Lock, Semaphore, CapacityLimiter, Condition, ResourceGuard:
    _class.__module__ = 'anyio'
