"""Flags of open files; locks, which nobody else can hold."""
import _descriptors
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
    _descriptors.number_of(fd)


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    _descriptors.number_of(fd)


from _frames import native as _native
_native(globals())
