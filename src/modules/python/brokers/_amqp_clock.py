"""When things come to pass between clients and their broker. Whoever waits for something has what is due done, in its order."""
import _thread
import asyncio
import heapq
from time import monotonic

# Loops' timers may come a moment too early.
_EARLY = 1e-9
_agenda, _waiters, _moment = [], [], [0.0]
_lock = _thread.RLock()
_count = [0]


def now():
    """When what is being done happens: who looks late finds it done in time."""
    return _moment[0] if _moment[0] else monotonic()


def at(seconds, act):
    """Does something so many seconds from now."""
    _count[0] += 1
    entry = now() + seconds, _count[0], act
    heapq.heappush(_agenda, entry)
    if _agenda[0] is entry and not _moment[0]:
        for waiter in list(_waiters):
            waiter.next_changed()


def advance():
    """Does all that is due."""
    done = False
    with _lock:
        if _moment[0]:
            return
        due = monotonic() + _EARLY
        try:
            while _agenda and _agenda[0][0] <= due:
                _moment[0], _, act = heapq.heappop(_agenda)
                done = True
                act()
        finally:
            _moment[0] = 0.0
    if done:
        for waiter in list(_waiters):
            waiter.next_changed()


def _next():
    return _agenda[0][0] if _agenda else None


class LoopWaiter:
    """Has what is due done by a loop's timer; `users`: how many connections of that loop there are."""
    _all = {}

    def __init__(self, loop):
        self.loop, self.users, self.timer, self.when = loop, 0, None, None

    @classmethod
    def of(cls, loop):
        for known in [known for known in cls._all if known.is_closed()]:
            cls._all.pop(known).leave(True)
        found = cls._all.get(loop)
        if found is None:
            found = cls._all[loop] = cls(loop)
        return found

    def enter(self):
        self.users += 1
        if self.users == 1:
            _waiters.append(self)
            self._arm()

    def leave(self, ended=False):
        self.users = 0 if ended else self.users - 1
        if not self.users and self in _waiters:
            _waiters.remove(self)
            if self.timer is not None and not ended:
                self.timer.cancel()
            self.timer = None

    def next_changed(self):
        if self.loop.is_closed():
            self.leave(True)
        elif asyncio._get_running_loop() is self.loop:
            self._arm()
        else:
            self.loop.call_soon_threadsafe(self._arm)

    def _arm(self):
        when = _next()
        if not self.users or self.timer is not None and self.when == when:
            return
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None
        if when is not None:
            self.when, self.timer = when, self.loop.call_at(when, self._tick)

    def _tick(self):
        self.timer = None
        advance()


class ThreadWaiter:
    """Blocks a thread until something has come for it. `until`: when it looks again by itself; the lock is let go once
    for each time that it sleeps."""

    def __init__(self):
        self.lock, self.until, self.sleeps = _thread.allocate_lock(), None, False
        self.lock.acquire()

    def wake(self):
        with _lock:
            if self.sleeps:
                self.sleeps = False
                self.lock.release()

    def next_changed(self):
        if _next() != self.until:
            self.wake()

    def wait(self, ready, deadline=None):
        """Whether `ready()` came true in time; without a deadline it waits as long as it takes."""
        _waiters.append(self)
        try:
            while True:
                advance()
                with _lock:
                    if ready():
                        return True
                    moment = monotonic()
                    if deadline is not None and moment >= deadline:
                        return False
                    self.until, self.sleeps = _next(), True
                times = [when - moment for when in (self.until, deadline) if when is not None]
                woken = self.lock.acquire(True, max(min(times), 0)) if times else self.lock.acquire()
                with _lock:
                    if not woken and not self.sleeps:
                        self.lock.acquire()
                    self.sleeps = False
        finally:
            _waiters.remove(self)
