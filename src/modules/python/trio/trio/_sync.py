"""Events, locks, semaphores, limiters and conditions, over lots in which tasks are parked."""
import math
from collections import OrderedDict, namedtuple
from trio import _run
from trio._errors import BrokenResourceError, WouldBlock, public

ParkingLotStatistics = namedtuple('ParkingLotStatistics', 'tasks_waiting')
EventStatistics = namedtuple('EventStatistics', 'tasks_waiting')
CapacityLimiterStatistics = namedtuple('CapacityLimiterStatistics', 'borrowed_tokens total_tokens borrowers tasks_waiting')
LockStatistics = namedtuple('LockStatistics', 'locked owner tasks_waiting')
ConditionStatistics = namedtuple('ConditionStatistics', 'tasks_waiting lock_statistics')


class ParkingLot:
    """Tasks that wait, in order."""

    def __init__(self, why='future'):
        self._parked, self.broken_by, self._why = OrderedDict(), [], why

    def __repr__(self):
        return f'ParkingLot(_parked={self._parked!r}, broken_by={self.broken_by!r})'

    def __len__(self):
        return len(self._parked)

    def __bool__(self):
        return bool(self._parked)

    async def park(self):
        if self.broken_by:
            raise BrokenResourceError(f'Attempted to park in parking lot broken by {self.broken_by}')
        task = _run.current_task()
        self._parked[task] = None
        task.custom_sleep_data = self

        def abort(raise_cancel):
            del task.custom_sleep_data._parked[task]
            return _run.Abort.SUCCEEDED

        await _run.wait_task_rescheduled(abort, self._why)

    def _pop(self, count):
        if isinstance(count, float):
            if not math.isinf(count):
                raise ValueError('Cannot pop a non-integer number of tasks.')
            count = len(self._parked)
        return [self._parked.popitem(last=False)[0] for _ in range(min(count, len(self._parked)))]

    def unpark(self, *, count=1):
        tasks = self._pop(count)
        for task in tasks:
            _run.reschedule(task)
        return tasks

    def unpark_all(self):
        return self.unpark(count=len(self))

    def repark(self, new_lot, *, count=1):
        if not isinstance(new_lot, ParkingLot):
            raise TypeError('new_lot must be a ParkingLot')
        for task in self._pop(count):
            new_lot._parked[task] = None
            task.custom_sleep_data = new_lot

    def repark_all(self, new_lot):
        self.repark(new_lot, count=len(self))

    def break_lot(self, task=None):
        task = task or _run.current_task()
        self.broken_by.append(task)
        for parked in self._pop(math.inf):
            _run.reschedule(parked, _run.Error(BrokenResourceError(f'Parking lot broken by {task}')))

    def statistics(self):
        return ParkingLotStatistics(len(self._parked))


def add_parking_lot_breaker(task, lot):
    task._lots.append(lot)


def remove_parking_lot_breaker(task, lot):
    try:
        task._lots.remove(lot)
    except ValueError:
        raise RuntimeError('Attempted to remove task as breaker for a lot it is not registered for') from None


class _Acquired:
    """`async with` holds it."""

    async def __aenter__(self):
        await self.acquire()

    async def __aexit__(self, kind, exc, tb):
        self.release()


class Event:
    """Tasks wait until it is set."""

    def __init__(self):
        self._tasks, self._flag = {}, False

    def is_set(self):
        return self._flag

    def __bool__(self):
        import warnings
        warnings.warn_explicit('trio.Event.__bool__ is deprecated since Trio 0.31.0; use trio.Event.is_set instead',
                               DeprecationWarning, '', 0)
        return True

    def set(self):
        if not self._flag:
            self._flag = True
            for task in self._tasks:
                _run.reschedule(task)
            self._tasks.clear()

    async def wait(self):
        if self._flag:
            await _run.checkpoint()
            return
        task = _run.current_task()
        self._tasks[task] = None

        def abort(raise_cancel):
            del self._tasks[task]
            return _run.Abort.SUCCEEDED

        await _run.wait_task_rescheduled(abort, 'event')

    def statistics(self):
        return EventStatistics(len(self._tasks))


class CapacityLimiter(_Acquired):
    """So many may borrow a token at once."""

    def __init__(self, total_tokens):
        self._lot, self._borrowers, self._pending = ParkingLot('semaphore'), {}, {}
        self._total = 0
        self.total_tokens = total_tokens

    def __repr__(self):
        return f'<trio.CapacityLimiter at {id(self):#x}, {len(self._borrowers)}/{self._total} with {len(self._lot)} waiting>'

    @property
    def total_tokens(self):
        return self._total

    @total_tokens.setter
    def total_tokens(self, total):
        if not isinstance(total, int) and total != math.inf:
            raise TypeError('total_tokens must be an int or math.inf')
        if total < 0:
            raise ValueError('total_tokens must be >= 0')
        self._total = total
        self._wake()

    def _wake(self):
        for task in self._lot.unpark(count=max(self._total - len(self._borrowers), 0)):
            self._borrowers[self._pending.pop(task)] = None

    @property
    def borrowed_tokens(self):
        return len(self._borrowers)

    @property
    def available_tokens(self):
        return self._total - len(self._borrowers)

    def acquire_nowait(self):
        self.acquire_on_behalf_of_nowait(_run.current_task())

    def acquire_on_behalf_of_nowait(self, borrower):
        if borrower in self._borrowers:
            raise RuntimeError("this borrower is already holding one of this CapacityLimiter's tokens")
        if len(self._borrowers) >= self._total or self._lot:
            raise WouldBlock
        self._borrowers[borrower] = None

    async def acquire(self):
        await self.acquire_on_behalf_of(_run.current_task())

    async def acquire_on_behalf_of(self, borrower):
        await _run.checkpoint_if_cancelled()
        try:
            self.acquire_on_behalf_of_nowait(borrower)
        except WouldBlock:
            task = _run.current_task()
            self._pending[task] = borrower
            try:
                await self._lot.park()
            except BaseException:
                self._pending.pop(task, None)
                raise
        else:
            await _run.cancel_shielded_checkpoint()

    def release(self):
        self.release_on_behalf_of(_run.current_task())

    def release_on_behalf_of(self, borrower):
        if borrower not in self._borrowers:
            raise RuntimeError("this borrower isn't holding any of this CapacityLimiter's tokens")
        del self._borrowers[borrower]
        self._wake()

    def statistics(self):
        return CapacityLimiterStatistics(len(self._borrowers), self._total, list(self._borrowers), len(self._lot))


class Semaphore(_Acquired):
    """A number that waits rather than go below zero."""

    def __init__(self, initial_value, *, max_value=None):
        if not isinstance(initial_value, int):
            raise TypeError('initial_value must be an int')
        if initial_value < 0:
            raise ValueError('initial value must be >= 0')
        if max_value is not None:
            if not isinstance(max_value, int):
                raise TypeError('max_value must be None or an int')
            if max_value < initial_value:
                raise ValueError('max_values must be >= initial_value')
        self._lot, self._value, self._max = ParkingLot('semaphore'), initial_value, max_value

    def __repr__(self):
        most = '' if self._max is None else f', max_value={self._max}'
        return f'<trio.Semaphore({self._value}{most}) at {id(self):#x}>'

    @property
    def value(self):
        return self._value

    @property
    def max_value(self):
        return self._max

    def acquire_nowait(self):
        if self._value == 0:
            raise WouldBlock
        self._value -= 1

    async def acquire(self):
        await _run.checkpoint_if_cancelled()
        try:
            self.acquire_nowait()
        except WouldBlock:
            await self._lot.park()
        else:
            await _run.cancel_shielded_checkpoint()

    def release(self):
        if self._lot:
            self._lot.unpark(count=1)
        else:
            if self._max is not None and self._value == self._max:
                raise ValueError('semaphore released too many times')
            self._value += 1

    def statistics(self):
        return self._lot.statistics()


class Lock(_Acquired):
    """One task holds it, and goes on to whoever has waited longest."""

    def __init__(self):
        self._lot, self._owner = ParkingLot('lock'), None

    def __repr__(self):
        state, more = ('locked', f' with {len(self._lot)} waiters') if self._owner else ('unlocked', '')
        return f'<{state} {type(self).__name__} object at {id(self):#x}{more}>'

    def locked(self):
        return self._owner is not None

    def acquire_nowait(self):
        task = _run.current_task()
        if self._owner is task:
            raise RuntimeError('attempt to re-acquire an already held Lock')
        if self._owner is not None or self._lot:
            raise WouldBlock
        self._owner = task
        task._lots.append(self._lot)

    async def acquire(self):
        await _run.checkpoint_if_cancelled()
        try:
            self.acquire_nowait()
        except WouldBlock:
            try:
                await self._lot.park()
            except BrokenResourceError:
                raise BrokenResourceError(f'Owner of this lock exited without releasing: {self._owner}') from None
        else:
            await _run.cancel_shielded_checkpoint()

    def release(self):
        if self._owner is not _run.current_task():
            raise RuntimeError("can't release a Lock you don't own")
        self._owner._lots.remove(self._lot)
        self._owner = None
        for task in self._lot.unpark(count=1):
            self._owner = task
            task._lots.append(self._lot)

    def statistics(self):
        return LockStatistics(self.locked(), self._owner, len(self._lot))


class StrictFIFOLock(Lock):
    """A lock whose order is promised."""


class Condition(_Acquired):
    """Tasks that hold a lock wait for what another one tells."""

    def __init__(self, lock=None):
        if lock is None:
            lock = Lock()
        if type(lock) is not Lock:
            raise TypeError('lock must be a trio.Lock')
        self._lock, self._lot = lock, ParkingLot('condition')

    def locked(self):
        return self._lock.locked()

    def acquire_nowait(self):
        return self._lock.acquire_nowait()

    async def acquire(self):
        await self._lock.acquire()

    def release(self):
        self._lock.release()

    async def wait(self):
        if self._lock._owner is not _run.current_task():
            raise RuntimeError('must hold the lock to wait')
        self.release()
        try:
            await self._lot.park()
        except BaseException:
            from trio._scopes import CancelScope
            with CancelScope(shield=True):
                await self.acquire()
            raise

    def notify(self, n=1):
        if self._lock._owner is not _run.current_task():
            raise RuntimeError('must hold the lock to notify')
        self._lot.repark(self._lock._lot, count=n)

    def notify_all(self):
        self.notify(len(self._lot))

    def statistics(self):
        return ConditionStatistics(len(self._lot), self._lock.statistics())


public(ParkingLot, ParkingLotStatistics, add_parking_lot_breaker, remove_parking_lot_breaker, module='trio.lowlevel')
public(Event, CapacityLimiter, Semaphore, Lock, StrictFIFOLock, Condition, EventStatistics, CapacityLimiterStatistics, LockStatistics,
       ConditionStatistics)
