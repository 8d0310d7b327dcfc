"""Barriers, at which threads wait for one another."""
import _thread as _machine
from _thread import _Followed

from _thread_conditions import _place

__name__ = 'threading'  # where what is here is said to be  #: in threading.py


class BrokenBarrierError(RuntimeError):
    """A barrier was reset or aborted, or a wait for it timed out."""


_FILLING, _DRAINING, _RESETTING, _BROKEN = 0, 1, -1, -2


class Barrier(_Followed):
    """Lets so many threads go on together once all of them are there."""

    def __init__(self, parties, action=None, timeout=None):
        if parties < 1:  #: 692
            raise ValueError('parties must be > 0')  #: 693 raise ValueError("parties must be > 0")
        number = self._created('thread-barrier', parties, 'threading.Barrier')
        self._cond = _condition(_machine.allocate_lock(), 'barrier', number)
        self._action, self._timeout, self._parties = action, timeout, parties
        self._state = _FILLING
        self._count = 0

    def __repr__(self):
        state = 'broken' if self.broken else f'waiters={self.n_waiting}/{self.parties}'
        return f'<{_place(self)}: {state}>'

    def wait(self, timeout=None):
        """Waits for the others; gives the place in the order of arrival."""
        if timeout is None:
            timeout = self._timeout
        with self._cond:
            self._enter()  #: 720 «self._enter()» # Block while the barrier drains.
            index = self._count
            self._count += 1
            self._used('arrive', self._count)
            try:
                if self._count == self._parties:
                    self._release()  #: 726
                else:
                    self._wait(timeout)  #: 729
                return index
            finally:
                self._count -= 1
                if self._count == 0 and self._state in (_RESETTING, _DRAINING):
                    self._state = _FILLING
                    self._cond.notify_all()

    def _enter(self):
        while self._state in (_RESETTING, _DRAINING):
            self._cond.wait()  #: 741
        if self._state < 0:
            raise BrokenBarrierError  #: 744

    def _release(self):
        try:
            if self._action:
                self._action()  #: 752
            self._state = _DRAINING
            self._used('trip')
            self._cond.notify_all()  #: 755
        except BaseException:
            self._break()  #: 758
            raise  #: 759

    def _wait(self, timeout):
        if not self._cond.wait_for(lambda: self._state != _FILLING, timeout):  #: 764 if not «self._cond.wait_for(lambda : self._state != 0, timeout)»:
            self._break()  #: 766
            raise BrokenBarrierError  #: 767
        if self._state < 0:
            raise BrokenBarrierError  #: 769

    def _break(self):
        self._state = _BROKEN
        self._cond.notify_all()  #: 815

    def reset(self):
        """Back to the beginning; threads that wait get BrokenBarrierError."""
        with self._cond:
            self._used('reset')
            if self._count == 0:
                self._state = _FILLING
            elif self._state in (_FILLING, _BROKEN):
                self._state = _RESETTING
            self._cond.notify_all()  #: 799

    def abort(self):
        """Breaks the barrier for good."""
        with self._cond:
            self._used('abort')
            self._break()  #: 809

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == _FILLING else 0

    @property
    def broken(self):
        return self._state == _BROKEN
