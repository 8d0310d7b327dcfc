"""The lock that its owner may take several times, written in Python."""
from _thread import RLock as _CRLock, get_ident

__name__ = 'threading'  # where what is here is said to be  #: in threading.py


class _RLock:
    """A lock that belongs to a thread, which may take it again and again."""

    def __init__(self):
        self._block, self._owner, self._count = Lock(), None, 0

    def __repr__(self):
        owner = _active.get(self._owner)
        owner = self._owner if owner is None else owner.name
        state = 'locked' if self._block.locked() else 'unlocked'
        kind = type(self)
        return f'<{state} {kind.__module__}.{kind.__qualname__} object owner={owner!r} count={self._count} at {hex(id(self))}>'

    def _at_fork_reinit(self):
        self._block._at_fork_reinit()
        self._owner, self._count = None, 0

    def acquire(self, blocking=True, timeout=-1):
        """Takes the lock, or takes it once more."""
        own = get_ident()
        if self._owner == own:
            self._count += 1
            return 1
        taken = self._block.acquire(blocking, timeout)  #: 206 rc = «self._block.acquire(blocking, timeout)»
        if taken:
            self._owner, self._count = own, 1
        return taken

    __enter__ = acquire

    def release(self):
        """Gives it back once."""
        if self._owner != get_ident():
            raise RuntimeError('cannot release un-acquired lock')  #: 231 raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1
        if not self._count:
            self._owner = None
            self._block.release()  #: 235

    def __exit__(self, t, v, tb):
        self.release()  #: 238

    # What a condition needs: to let go of all levels at once.

    def _acquire_restore(self, state):
        self._block.acquire()  #: 243
        self._count, self._owner = state

    def _release_save(self):
        if self._count == 0:
            raise RuntimeError('cannot release un-acquired lock')  #: 248 raise RuntimeError("cannot release un-acquired lock")
        state = self._count, self._owner
        self._count, self._owner = 0, None
        self._block.release()  #: 253
        return state

    def _is_owned(self):
        return self._owner == get_ident()

    def _recursion_count(self):
        return self._count if self._owner == get_ident() else 0


_PyRLock = _RLock
