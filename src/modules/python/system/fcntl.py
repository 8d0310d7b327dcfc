"""Flags of open files, and locks of files."""
import _descriptors
import builtins
import os

F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, FD_CLOEXEC = 0, 1, 2, 3, 4, 1
LOCK_SH, LOCK_EX, LOCK_NB, LOCK_UN = 1, 2, 4, 8


def fcntl(fd, cmd, arg=0, /):
    number = _descriptors.number_of(fd)
    if cmd == F_GETFL:
        return 0 if os.get_blocking(number) else os.O_NONBLOCK
    if cmd == F_SETFL:
        os.set_blocking(number, not arg & os.O_NONBLOCK)
    return FD_CLOEXEC if cmd == F_GETFD else 0


def flock(fd, operation, /):
    import _file_locks
    thing = _descriptors.find(_descriptors.number_of(fd))
    if hasattr(thing, 'node'):
        _file_locks.lock_open_file(thing, operation)


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    import _file_locks
    number = _descriptors.number_of(fd)
    thing = _descriptors.find(number)
    if not cmd & (LOCK_SH | LOCK_EX | LOCK_UN):
        raise ValueError('unrecognized lockf argument')
    if hasattr(thing, 'node'):
        start += (0, os.lseek(number, 0, 1), builtins.len(thing.node.data))[whence]
        _file_locks.lock_range(thing, cmd, start, start + len if len else float('inf'))


from _frames import native as _native
_native(globals())
