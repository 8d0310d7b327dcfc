"""Flags of open files, and locks of files."""
import _descriptors
import builtins
import os
from operator import index as _index

F_DUPFD, F_GETFD, F_SETFD, F_GETFL, F_SETFL, FD_CLOEXEC = 0, 1, 2, 3, 4, 1
F_RDLCK, F_WRLCK, F_UNLCK, F_EXLCK, F_SHLCK = 0, 1, 2, 4, 8
F_GETLK, F_SETLK, F_SETLKW, F_SETOWN, F_GETOWN, F_SETSIG, F_GETSIG, F_SETOWN_EX, F_GETOWN_EX = 5, 6, 7, 8, 9, 10, 11, 15, 16
F_GETLK64, F_SETLK64, F_SETLKW64, F_OFD_GETLK, F_OFD_SETLK, F_OFD_SETLKW, F_OWNER_TID, F_OWNER_PID, F_OWNER_PGRP = 5, 6, 7, 36, 37, 38, 0, 1, 2
F_SETLEASE, F_GETLEASE, F_NOTIFY, F_DUPFD_CLOEXEC, F_SETPIPE_SZ, F_GETPIPE_SZ, F_ADD_SEALS, F_GET_SEALS = 1024, 1025, 1026, 1030, 1031, 1032, 1033, 1034
F_GET_RW_HINT, F_SET_RW_HINT, F_GET_FILE_RW_HINT, F_SET_FILE_RW_HINT = 1035, 1036, 1037, 1038
F_SEAL_SEAL, F_SEAL_SHRINK, F_SEAL_GROW, F_SEAL_WRITE, F_SEAL_FUTURE_WRITE = 1, 2, 4, 8, 16
(RWH_WRITE_LIFE_NOT_SET, RWH_WRITE_LIFE_NONE, RWH_WRITE_LIFE_SHORT, RWH_WRITE_LIFE_MEDIUM, RWH_WRITE_LIFE_LONG,
 RWH_WRITE_LIFE_EXTREME) = range(6)
DN_ACCESS, DN_MODIFY, DN_CREATE, DN_DELETE, DN_RENAME, DN_ATTRIB, DN_MULTISHOT = 1, 2, 4, 8, 16, 32, 1 << 31
FASYNC, FICLONE, FICLONERANGE, LOCK_MAND, LOCK_READ, LOCK_WRITE, LOCK_RW = 8192, 1074041865, 1075876877, 32, 64, 128, 192
LOCK_SH, LOCK_EX, LOCK_NB, LOCK_UN = 1, 2, 4, 8


def _number(file):
    if not isinstance(file, int) and not hasattr(file, 'fileno'):
        raise TypeError('argument must be an int, or have a fileno() method.')
    if isinstance(file, int) and file < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({file})')
    if not isinstance(file, int) and not isinstance(file.fileno(), int):
        raise TypeError('fileno() returned a non-integer')
    return _descriptors.number_of(file)


def fcntl(fd, cmd, arg=0, /):
    number, cmd = _number(fd), _index(cmd)
    if isinstance(arg, (str, bytes, bytearray, memoryview)):
        data = arg.encode() if isinstance(arg, str) else bytes(arg)
        if builtins.len(data) > 1024:
            raise ValueError('fcntl string arg too long')
        return data
    arg = _index(arg)
    if cmd == F_GETFL:
        return 0 if os.get_blocking(number) else os.O_NONBLOCK
    if cmd == F_GETFD:
        return 0 if os.get_inheritable(number) else FD_CLOEXEC
    if cmd == F_SETFD:
        os.set_inheritable(number, not arg & FD_CLOEXEC)
    if cmd == F_SETFL:
        os.set_blocking(number, not arg & os.O_NONBLOCK)
    return 0


def ioctl(fd, request, arg=0, mutate_flag=True, /):
    """What the system asks of devices: nothing here is a terminal."""
    os.fstat(_number(fd))
    raise OSError(25, 'Inappropriate ioctl for device')


def flock(fd, operation, /):
    import _file_locks
    thing = _descriptors.find(_number(fd))
    if hasattr(thing, 'node'):
        _file_locks.lock_open_file(thing, operation)


def lockf(fd, cmd, len=0, start=0, whence=0, /):
    import _file_locks
    number = _number(fd)
    thing = _descriptors.find(number)
    if not cmd & (LOCK_SH | LOCK_EX | LOCK_UN):
        raise ValueError('unrecognized lockf argument')
    if hasattr(thing, 'node'):
        start += (0, os.lseek(number, 0, 1), builtins.len(thing.node.data))[whence]
        _file_locks.lock_range(thing, cmd, start, start + len if len else float('inf'))


from _frames import native as _native
_native(globals())
