"""Locks of files between processes: those of open files (`flock`) and those of ranges that a process has (`lockf`, fcntl(2)).

Who has a lock has the writing end of a pipe of which the reading end stands beside the lock: when the process lets go of
the lock, or ends, the reading end tells all who wait.
"""
import _descriptors
import _processes

_SHARED, _EXCLUSIVE, _AT_ONCE, _UNLOCK = 1, 2, 4, 8
# By the numbers of files, for all processes.
_locks = _processes.common('file locks', {})
# The writing ends of this process, by the reading ones.
_ours = {}


class _Lock:
    __slots__ = 'kind', 'owner', 'exclusive', 'start', 'end', 'told'

    def __init__(self, kind, owner, exclusive, start, end):
        self.kind, self.owner, self.exclusive, self.start, self.end = kind, owner, exclusive, start, end
        self.told, writer = _processes.pipe()
        _ours[id(self)] = writer

    def excludes(self, kind, owner, exclusive, start, end):
        return self.kind == kind and self.owner != owner and (exclusive or self.exclusive) and self.start < end and start < self.end

    def drop(self):
        writer = _ours.pop(id(self), None)
        if writer is not None:
            writer.close()


def lock_open_file(thing, operation):
    """Takes or frees the lock that an open file has, whoever uses it."""
    node, owner = thing.node, id(thing)
    if operation & _UNLOCK:
        _free(node, 'flock', owner, 0, 1)
    elif operation & ~_AT_ONCE not in (_SHARED, _EXCLUSIVE):
        raise OSError(22, 'Invalid argument')
    else:
        _take(node, 'flock', owner, operation, 0, 1)


def lock_range(thing, operation, start, end):
    """Takes or frees this process's lock of a range of bytes."""
    owner = _processes.getpid()
    if operation & _UNLOCK:
        return _free(thing.node, 'lockf', owner, start, end)
    may = (thing.writable if operation & _EXCLUSIVE else thing.readable)() if hasattr(thing, 'writable') else \
        thing.writes if operation & _EXCLUSIVE else thing.reads
    if not may:
        raise OSError(9, 'Bad file descriptor')
    _take(thing.node, 'lockf', owner, operation, start, end)


def _held(node):
    """The locks that somebody has."""
    held = _locks.setdefault(node.number, [])
    held[:] = [lock for lock in held if not (lock.told.closed or lock.told.is_ready())]
    return held


def _take(node, kind, owner, operation, start, end):
    _descriptors.closing = _closing
    wanted = kind, owner, operation & _EXCLUSIVE != 0, start, end
    while other := next((lock for lock in _held(node) if lock.excludes(*wanted)), None):
        if operation & _AT_ONCE:
            raise BlockingIOError(11, 'Resource temporarily unavailable')
        try:
            other.told.read(1)
        except OSError:
            # The process has ended, and its ends with it.
            pass
    before = [lock for lock in _held(node) if lock.kind == kind and lock.owner == owner]
    _held(node).append(_Lock(*wanted))
    _cut(node, before, start, end)


def _free(node, kind, owner, start, end):
    _cut(node, [lock for lock in _held(node) if lock.kind == kind and lock.owner == owner], start, end)


def _cut(node, locks, start, end):
    """Takes a range out of these locks; what is left of them on its sides are locks of their own."""
    for lock in locks:
        if lock.start < end and start < lock.end:
            for left, right in (lock.start, start), (end, lock.end):
                if left < right:
                    _held(node).append(_Lock(lock.kind, lock.owner, lock.exclusive, left, right))
            lock.drop()


def _closing(thing):
    """A number of an open file goes: with any of them the process's ranges, with the last the file's own lock."""
    if hasattr(thing, 'node'):
        _free(thing.node, 'lockf', _processes.getpid(), 0, float('inf'))
        if not any(other is thing for other in _descriptors.table.values()):
            _free(thing.node, 'flock', id(thing), 0, 1)
