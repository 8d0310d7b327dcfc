"""multiprocessing's locks, and the memory that processes share."""
import os
import threading
import time as _time
import _processes
from _thread import _Followed
from math import ldexp as _real
from multiprocessing import _process

_MAX = 2 ** 31 - 1


class _Shared(_Followed):
    """What processes share and the trace follows, if the program made it itself. Whatever process uses it, the trace hears
    of it from one of the semaphores of which it is made: `_part`."""

    def _appears(self, number=0):
        """It is in the trace from now on; the number it has there."""
        made = self._part.created(self._kind, number, f'multiprocessing.{type(self).__name__}')
        self._stands_for(made)
        return made

    def _did(self, operation, value=0, *item):
        self._part.used(operation, value, *item)


def _semaphore(value, limit):  #: -
    if isinstance(value, int) and not -1 << 31 <= value < 1 << 31:
        raise OverflowError('Python int too large to convert to C int')
    made = _processes.Semaphore(value, limit)
    if value < 0:
        raise OSError(22, 'Invalid argument')
    return made


class _SemLock(_Shared):
    __module__ = 'multiprocessing.synchronize'
    _kind = 'thread-lock'

    def __init__(self, value, limit, *, ctx=None):  #: in multiprocessing/synchronize.py
        _process.joins_at_exit()
        self._semlock = _semaphore(value, limit)  #: 57 sl = self._semlock = «_multiprocessing.SemLock(⏎    kind, value, maxvalue, self._make_name(),⏎    unlink_now)»
        self._is_fork_ctx = (ctx and ctx._name or _process.making or _process.method or 'fork') == 'fork'

    def __getstate__(self):
        _process.assert_spawning(self)  #: 101 context.assert_spawning(self)
        if self._is_fork_ctx:
            raise RuntimeError(
                'A SemLock created in a fork context is being shared with a process in a spawn context. This is not '
                'supported. Please use the same context to create multiprocessing objects and Process.')  #: 107 raise RuntimeError('A SemLock created in a fork context is being '⏎                   'shared with a process in a spawn context. This is '⏎                   'not supported. Please use the same context to create '⏎                   'multiprocessing objects and Process.')
        return self._kept()

    def _kept(self):
        return {**self.__dict__, '_semlock': _processes.keep(self._semlock)}

    _part = property(lambda self: self._semlock)

    def _appears(self):
        return super()._appears(self._semlock.value)

    def __setstate__(self, state):
        self.__dict__.update(state)
        if type(self._semlock) is int:
            self._semlock = _processes.kept(self._semlock)

    def acquire(self, block=True, timeout=None):  #: -
        return self._semlock.acquire(block, timeout if timeout is None else max(_real(timeout, 0), 0.0))

    def release(self):  #: -
        self._semlock.release()

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def _owner(self):
        if self._semlock.is_mine():
            name = _process.current_process().name
            thread = threading.current_thread()
            return name if thread is threading.main_thread() else f'{name}|{thread.name}'
        if self._semlock.value == 1:
            return 'None'
        return 'SomeOtherThread' if self._semlock.is_ours() else 'SomeOtherProcess'


class Semaphore(_SemLock):
    __module__ = 'multiprocessing.synchronize'
    _kind = 'thread-semaphore'

    def __init__(self, value=1, *, ctx):
        _SemLock.__init__(self, value, _MAX, ctx=ctx)  #: 133 SemLock.__init__(self, SEMAPHORE, value, SEM_VALUE_MAX, ctx=ctx)

    def get_value(self):
        return self._semlock.value

    def __repr__(self):
        return f'<{type(self).__name__}(value={self._semlock.value})>'


class BoundedSemaphore(Semaphore):
    __module__ = 'multiprocessing.synchronize'

    def __init__(self, value=1, *, ctx):
        _SemLock.__init__(self, value, value, ctx=ctx)  #: 152 SemLock.__init__(self, SEMAPHORE, value, value, ctx=ctx)
        self._limit = value

    def __repr__(self):
        return f'<{type(self).__name__}(value={self._semlock.value}, maxvalue={self._limit})>'


class Lock(_SemLock):
    __module__ = 'multiprocessing.synchronize'

    def __init__(self, *, ctx):
        super().__init__(1, 1, ctx=ctx)

    def __repr__(self):
        return f'<{type(self).__name__}(owner={self._owner()})>'


class RLock(_SemLock):
    __module__ = 'multiprocessing.synchronize'

    def __init__(self, *, ctx):
        super().__init__(1, 1, ctx=ctx)
        self._count = 0

    def acquire(self, block=True, timeout=None):
        if self._semlock.is_mine():
            self._count += 1
            return True
        got = super().acquire(block, timeout)
        if got:
            self._count = 1
        return got

    def release(self):  #: -
        if not self._semlock.is_mine():
            raise AssertionError('attempt to release recursive lock not owned by thread')
        self._count -= 1
        if not self._count:
            super().release()

    def _is_mine(self):
        return self._semlock.is_mine()

    def __repr__(self):
        count = self._count if self._semlock.is_mine() else 'nonzero' if self._semlock.value == 0 else 0
        return f'<{type(self).__name__}({self._owner()}, {count})>'


class Condition(_Shared):
    __module__ = 'multiprocessing.synchronize'

    def __init__(self, lock=None, *, ctx):
        self._lock = lock or RLock(ctx=ctx)
        self._sleeping_count, self._woken_count, self._wait_semaphore = (Semaphore(0, ctx=ctx) for _ in range(3))
        self._make_methods()  #: 224

    _kind = 'thread-condition'
    _part = property(lambda self: self._wait_semaphore._semlock)

    def _appears(self):
        number = super()._appears()
        self._part.serves(number, 'condition')
        if not self._lock._part.object:
            self._lock._part.serves(number, 'lock', True)

    def _make_methods(self):
        self.acquire = self._lock.acquire  #: 243
        self.release = self._lock.release  #: 244

    def __getstate__(self):
        _process.assert_spawning(self)
        return self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore

    def __setstate__(self, state):
        self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore = state
        self._make_methods()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def __repr__(self):
        waiting = self._sleeping_count.get_value() - self._woken_count.get_value()
        return f'<{type(self).__name__}({self._lock}, {waiting})>'

    def wait(self, timeout=None):  #: in multiprocessing/synchronize.py
        assert self._lock._semlock.is_mine(), 'must acquire() condition before using wait()'  #: 255 assert «self._lock._semlock._is_mine()», \
        self._sleeping_count.release()
        depth = getattr(self._lock, '_count', 1)
        for _ in range(depth):
            self._lock.release()
        try:
            return self._wait_semaphore.acquire(True, timeout)  #: 268
        finally:
            self._woken_count.release()
            for _ in range(depth):
                self._lock.acquire()

    def notify(self, n=1):
        assert self._lock._semlock.is_mine(), 'lock is not owned'  #: 278 assert «self._lock._semlock._is_mine()», 'lock is not owned'
        while self._woken_count.acquire(False):
            self._sleeping_count.acquire(False)
        sleepers = 0
        while sleepers < n and self._sleeping_count.acquire(False):
            self._wait_semaphore.release()
            sleepers += 1
        self._did('notify', sleepers)
        if sleepers:
            for _ in range(sleepers):
                self._woken_count.acquire()
            while self._wait_semaphore.acquire(False):
                pass

    def notify_all(self):
        self.notify(_MAX)  #: 304 self.notify(n=sys.maxsize)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        end = None if timeout is None else _time.monotonic() + timeout
        while not result:
            left = None if end is None else end - _time.monotonic()
            if left is not None and left <= 0:
                break
            self.wait(left)  #: 320 self.wait(waittime)
            result = predicate()
        return result


class _Part(Condition):
    """A condition of which something else is made."""

    def _serves(self, number, purpose):
        for part in self._lock, self._sleeping_count, self._woken_count, self._wait_semaphore:
            part._part.serves(number, purpose)

    def _did(self, operation, *details):
        pass


class Event(_Shared):
    __module__ = 'multiprocessing.synchronize'

    def __init__(self, *, ctx):
        self._cond, self._flag = _Part(Lock(ctx=ctx), ctx=ctx), Semaphore(0, ctx=ctx)

    _kind = 'thread-event'
    _part = property(lambda self: self._flag._semlock)

    def _appears(self):
        self._cond._serves(super()._appears(), 'event')

    def is_set(self):
        return self._flag.get_value() > 0

    def set(self):
        with self._cond:
            self._did('set')
            self._flag.acquire(False)
            self._flag.release()
            self._cond.notify_all()

    def clear(self):
        with self._cond:
            self._did('clear')
            self._flag.acquire(False)

    def wait(self, timeout=None):
        with self._cond:
            if not self.is_set():
                self._cond.wait(timeout)  #: 356
            return self.is_set()

    def __repr__(self):
        return f"<{type(self).__qualname__} at {id(self):#x} {'set' if self.is_set() else 'unset'}>"


class Barrier(threading.Barrier, _Shared):
    """threading's, its state in shared memory."""
    __module__ = 'multiprocessing.synchronize'

    def __init__(self, parties, action=None, timeout=None, *, ctx):
        self._shared = _processes.Shared([0, 0])
        self._parties, self._action, self._timeout, self._cond = parties, action, timeout, _Part(ctx=ctx)

    _kind = 'thread-barrier'
    _part = property(lambda self: self._cond._part)

    def _appears(self):
        self._cond._serves(super()._appears(self._parties), 'barrier')

    def __getstate__(self):
        _process.assert_spawning(self)
        return _processes.keep(self._shared), self._parties, self._action, self._timeout, self._cond

    def __setstate__(self, state):
        number, self._parties, self._action, self._timeout, self._cond = state
        self._shared = _processes.kept(number)

    # What threading's methods read and write.
    _state = property(lambda self: self._shared.get()[0], lambda self, value: self._shared.get().__setitem__(0, value))
    _count = property(lambda self: self._shared.get()[1], lambda self, value: self._shared.get().__setitem__(1, value))

    def _used(self, operation, *details):
        self._did(operation, *details)

    def __repr__(self):
        # As threading's: with the module of its class.
        state = 'broken' if self.broken else f'waiters={self.n_waiting}/{self.parties}'
        return f'<{type(self).__module__}.{type(self).__qualname__} at {id(self):#x}: {state}>'


# Shared memory: made of ctypes' types, which few programs need.

def RawValue(typecode_or_type, *args):  #: -
    """One value in shared memory."""
    from multiprocessing import sharedctypes
    return sharedctypes.RawValue(typecode_or_type, *args)


def RawArray(typecode_or_type, size_or_initializer):  #: -
    """Values in shared memory."""
    from multiprocessing import sharedctypes
    return sharedctypes.RawArray(typecode_or_type, size_or_initializer)


def Value(typecode_or_type, *args, lock=True, ctx=None):  #: -
    """One value in shared memory, with a lock."""
    from multiprocessing import sharedctypes
    return sharedctypes.Value(typecode_or_type, *args, lock=lock, ctx=ctx)


def Array(typecode_or_type, size_or_initializer, *, lock=True, ctx=None):  #: -
    """Values in shared memory, with a lock."""
    from multiprocessing import sharedctypes
    return sharedctypes.Array(typecode_or_type, size_or_initializer, lock=lock, ctx=ctx)


from _frames import unseen as _unseen
_unseen(_Shared)
