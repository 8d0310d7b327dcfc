"""What of os is seldom asked for: constants, the rest of descriptors, users and processes, and what cannot be had."""
import _files
import _frames
import _processes
import os as _os
from _fork_hooks import register_at_fork
from _struct_sequence import make as _struct_sequence
from operator import index as _index

for _pair in (
    'CLD_CONTINUED=6 CLD_DUMPED=3 CLD_EXITED=1 CLD_KILLED=2 CLD_STOPPED=5 CLD_TRAPPED=4 CLONE_FILES=1024 CLONE_FS=512 '
    'CLONE_NEWCGROUP=33554432 CLONE_NEWIPC=134217728 CLONE_NEWNET=1073741824 CLONE_NEWNS=131072 '
    'CLONE_NEWPID=536870912 CLONE_NEWTIME=128 CLONE_NEWUSER=268435456 CLONE_NEWUTS=67108864 CLONE_SIGHAND=2048 '
    'CLONE_SYSVSEM=262144 CLONE_THREAD=65536 CLONE_VM=256 EFD_CLOEXEC=524288 EFD_NONBLOCK=2048 EFD_SEMAPHORE=1 '
    'EX_CANTCREAT=73 EX_CONFIG=78 EX_NOHOST=68 EX_NOPERM=77 EX_NOUSER=67 EX_OSFILE=72 EX_PROTOCOL=76 EX_TEMPFAIL=75 '
    'F_LOCK=1 F_TEST=3 F_TLOCK=2 F_ULOCK=0 GRND_NONBLOCK=1 GRND_RANDOM=2 MFD_ALLOW_SEALING=2 MFD_CLOEXEC=1 '
    'MFD_HUGETLB=4 MFD_HUGE_16GB=2281701376 MFD_HUGE_16MB=1610612736 MFD_HUGE_1GB=2013265920 MFD_HUGE_1MB=1342177280 '
    'MFD_HUGE_256MB=1879048192 MFD_HUGE_2GB=2080374784 MFD_HUGE_2MB=1409286144 MFD_HUGE_32MB=1677721600 '
    'MFD_HUGE_512KB=1275068416 MFD_HUGE_512MB=1946157056 MFD_HUGE_64KB=1073741824 MFD_HUGE_8MB=1543503872 '
    'MFD_HUGE_MASK=63 MFD_HUGE_SHIFT=26 NGROUPS_MAX=65536 O_ACCMODE=3 O_ASYNC=8192 O_CLOEXEC=524288 O_DIRECT=16384 '
    'O_DIRECTORY=65536 O_DSYNC=4096 O_FSYNC=1052672 O_LARGEFILE=0 O_NDELAY=2048 O_NOATIME=262144 O_NOCTTY=256 '
    'O_NOFOLLOW=131072 O_NONBLOCK=2048 O_PATH=2097152 O_RSYNC=1052672 O_SYNC=1052672 O_TMPFILE=4259840 '
    'POSIX_FADV_DONTNEED=4 POSIX_FADV_NOREUSE=5 POSIX_FADV_NORMAL=0 POSIX_FADV_RANDOM=1 POSIX_FADV_SEQUENTIAL=2 '
    'POSIX_FADV_WILLNEED=3 POSIX_SPAWN_CLOSE=1 POSIX_SPAWN_CLOSEFROM=3 POSIX_SPAWN_DUP2=2 POSIX_SPAWN_OPEN=0 '
    'PRIO_PGRP=1 PRIO_PROCESS=0 PRIO_USER=2 P_ALL=0 P_NOWAIT=1 P_NOWAITO=1 P_PGID=2 P_PID=1 P_PIDFD=3 P_WAIT=0 '
    'RTLD_DEEPBIND=8 RTLD_GLOBAL=256 RTLD_LAZY=1 RTLD_LOCAL=0 RTLD_NODELETE=4096 RTLD_NOLOAD=4 RTLD_NOW=2 '
    'RWF_APPEND=16 RWF_DSYNC=2 RWF_HIPRI=1 RWF_NOWAIT=8 RWF_SYNC=4 SCHED_BATCH=3 SCHED_FIFO=1 SCHED_IDLE=5 '
    'SCHED_OTHER=0 SCHED_RESET_ON_FORK=1073741824 SCHED_RR=2 SEEK_DATA=3 SEEK_HOLE=4 SPLICE_F_MORE=4 SPLICE_F_MOVE=1 '
    'SPLICE_F_NONBLOCK=2 ST_APPEND=256 ST_MANDLOCK=64 ST_NOATIME=1024 ST_NODEV=4 ST_NODIRATIME=2048 ST_NOEXEC=8 '
    'ST_NOSUID=2 ST_RDONLY=1 ST_RELATIME=4096 ST_SYNCHRONOUS=16 ST_WRITE=128 TFD_CLOEXEC=524288 TFD_NONBLOCK=2048 '
    'TFD_TIMER_ABSTIME=1 TFD_TIMER_CANCEL_ON_SET=2 TMP_MAX=238328 WCONTINUED=8 WEXITED=4 WNOWAIT=16777216 WSTOPPED=2 '
    'XATTR_CREATE=1 XATTR_REPLACE=2 XATTR_SIZE_MAX=65536'
).split():
    _name, _, _value = _pair.partition('=')
    globals()[_name] = int(_value)
defpath = '/bin:/usr/bin'
supports_bytes_environ = True
supports_dir_fd = {_os.access, _os.chmod, _os.link, _os.mkdir, _os.open, _os.readlink, _os.rename, _os.rmdir, _os.stat, _os.symlink,
                   _os.unlink, _os.utime}
supports_effective_ids, supports_follow_symlinks = {_os.access}, {_os.stat, _os.utime}
supports_fd = {_os.chdir, _os.chmod, _os.listdir, _os.scandir, _os.stat, _os.truncate, _os.utime}


def _named(name, doc, *fields):
    """A class of tuples like C's structures."""
    return _struct_sequence(name, fields, doc)


terminal_size = _named('os.terminal_size', 'The size of a terminal, in characters.', 'columns', 'lines')
times_result = _named('posix.times_result', 'Seconds of computing, of one\'s own and of children, and of the clock.',
                      'user', 'system', 'children_user', 'children_system', 'elapsed')
waitid_result = _named('posix.waitid_result', 'What has become of a child.', 'si_pid', 'si_uid', 'si_signo', 'si_status',
                       'si_code')
uname_result = _named('posix.uname_result', 'What the system is.', 'sysname', 'nodename', 'release', 'version', 'machine')


def get_exec_path(env=None):
    """The folders in which programs are looked for."""
    env = _os.environ if env is None else env
    found = env.get('PATH')
    if env is not _os.environ and b'PATH' in env:
        if found is not None:
            raise ValueError("env cannot contain 'PATH' and b'PATH' keys")
        found = _os.fsdecode(env[b'PATH'])
    return (defpath if found is None else found).split(':')


def sched_yield():
    import time
    time.sleep(0)


def getrandom(size, flags=0):
    return _os.urandom(size)


def _not_a_terminal(fd, *rest):
    _os.fstat(fd)
    raise OSError(25, 'Inappropriate ioctl for device')


ttyname = tcgetpgrp = tcsetpgrp = _not_a_terminal


def ctermid():
    return '/dev/tty'


def device_encoding(fd):
    return None


def get_inheritable(fd, /):
    fd = _frames.c_int(fd)
    return _files._options(fd).get(('inheritable', fd), fd <= 2)


def set_inheritable(fd, inheritable, /):
    fd = _frames.c_int(fd)
    # Of the number, where all else is of what is open under it.
    _files._options(fd)['inheritable', fd] = bool(_frames.c_int(inheritable))


def _at(fd, offset, do, what):
    """What `do(fd, what)` gives at a place; the descriptor stays where it is."""
    before = _os.lseek(fd, 0, 1)
    _os.lseek(fd, offset, 0)
    try:
        return do(fd, what)
    finally:
        _os.lseek(fd, before, 0)


def pread(fd, length, offset, /):
    return _at(fd, offset, _os.read, length)


def pwrite(fd, data, offset, /):
    return _at(fd, offset, _os.write, data)


def sendfile(out_fd, in_fd, offset, count):
    """Copies so many bytes between descriptors; gives how many there were."""
    if offset is not None and offset < 0:
        raise OSError(22, 'Invalid argument')
    return _os.write(out_fd, _os.read(in_fd, count) if offset is None else pread(in_fd, count, offset))


def readv(fd, buffers, /):
    total = 0
    for buffer in buffers:
        data = _os.read(fd, len(buffer))
        buffer[:len(data)] = data
        total += len(data)
        if len(data) < len(buffer):
            break
    return total


def writev(fd, buffers, /):
    return sum(_os.write(fd, buffer) for buffer in buffers)


def closerange(fd_low, fd_high, /):
    for fd in range(fd_low, fd_high):
        try:
            _os.close(fd)
        except OSError:
            pass


def fdatasync(fd):
    _os.fsync(_files.number_of(fd))


def sync():
    pass


def getenvb(key, default=None):
    return _os.environb.get(key, default)


def getpgid(pid, /):
    return _processes.group(_frames.parsed_int(pid) or _os.getpid())


def getpgrp():
    return _processes.group(_os.getpid())


def getsid(pid, /):
    return _processes.session(pid or _os.getpid())


def setsid():
    if getpgrp() == _os.getpid():
        raise PermissionError(1, 'Operation not permitted')
    _processes.begin_session(_os.getpid())


def setpgid(pid, pgrp, /):
    pid = pid or _os.getpid()
    _processes.set_group(pid, pgrp or pid)


def setpgrp():
    setpgid(0, 0)


def getgroups():
    return [1000]


def getgrouplist(user, group, /):
    return [group]


def getresuid():
    return 1000, 1000, 1000


getresgid = getresuid


def _not_permitted(*args):
    if any(arg not in (-1, 1000) for arg in args):
        raise PermissionError(1, 'Operation not permitted')


def _checked(kind, number, least=-1):
    """The number of a user or of a group."""
    if not hasattr(type(number), '__index__'):
        raise TypeError(f'{kind} should be integer, not {type(number).__name__}')
    number = _index(number)
    if not least <= number < 1 << 32:
        raise OverflowError(f'{kind} is {"less than minimum" if number < least else "greater than maximum"}')
    return number


def _setter(name, count):
    """What makes a process another user's, or another group's."""
    kind, least = name[-3:], -1 if count > 1 else 0

    def change(*args):
        if len(args) != count:
            takes = 'exactly one argument' if count == 1 else f'expected {count} arguments, got'
            raise TypeError(f'posix.{name}() takes {takes} ({len(args)} given)' if count == 1 else f'{name} {takes} {len(args)}')
        _not_permitted(*[_checked(kind, arg, least) for arg in args])
    change.__name__ = change.__qualname__ = name
    return change


setuid, seteuid, setreuid, setresuid = map(_setter, ('setuid', 'seteuid', 'setreuid', 'setresuid'), (1, 1, 2, 3))
setgid, setegid, setregid, setresgid = map(_setter, ('setgid', 'setegid', 'setregid', 'setresgid'), (1, 1, 2, 3))


def setgroups(groups, /):
    raise PermissionError(1, 'Operation not permitted')


def chroot(path):
    raise PermissionError(1, 'Operation not permitted', path)


def _owners(path, uid, gid, stat):
    uid, gid = _checked('uid', uid), _checked('gid', gid)
    stat(path)
    return uid, gid


def chown(path, uid, gid, *, dir_fd=None, follow_symlinks=True):
    def stat(path):
        return _os.stat(path, dir_fd=dir_fd, follow_symlinks=follow_symlinks)

    _not_permitted(*_owners(path, uid, gid, stat))


def lchown(path, uid, gid):
    _not_permitted(*_owners(path, uid, gid, _os.lstat))


def fchown(fd, uid, gid):
    _not_permitted(*_owners(fd, uid, gid, _os.fstat))


def _check(pid):
    """ProcessLookupError: there is no such process."""
    if pid:
        _processes.group(pid)


def getpriority(which, who):
    which, who = _frames.c_int(which), _frames.c_int(who)
    if which == PRIO_PROCESS:
        _check(who)
    return 0


def setpriority(which, who, priority):
    if which == PRIO_PROCESS:
        _check(who)
    if priority < 0:
        raise PermissionError(13, 'Permission denied')


def sched_getscheduler(pid, /):
    _check(pid)
    return 0


def _round_robin(policy):
    """Whether it is a policy by priorities."""
    policy = _frames.c_int(policy)
    if policy not in (0, 1, 2, 3, 5, 6):
        raise OSError(22, 'Invalid argument')
    return policy in (1, 2)


def sched_get_priority_min(policy):
    return 1 if _round_robin(policy) else 0


def sched_get_priority_max(policy):
    return 99 if _round_robin(policy) else 0


def sched_setaffinity(pid, mask, /):
    _check(pid)
    numbers = set()
    for number in mask:
        if not isinstance(number, int):
            raise TypeError(f'expected an iterator of ints, but iterator yielded {type(number)}')
        number = _frames.c_long(number)
        if number < 0:
            raise ValueError('negative CPU number')
        numbers.add(number)
    mask = numbers
    if not mask & set(range(8)):
        raise OSError(22, 'Invalid argument')
    if pid in (0, _os.getpid()):
        _os._affinity = mask & set(range(8))


sysconf_names = {'SC_ARG_MAX': 0, 'SC_CLK_TCK': 2, 'SC_OPEN_MAX': 4, 'SC_PAGESIZE': 30, 'SC_PAGE_SIZE': 30,
                 'SC_NPROCESSORS_CONF': 83, 'SC_NPROCESSORS_ONLN': 84, 'SC_PHYS_PAGES': 85, 'SC_AVPHYS_PAGES': 86}
_SETTINGS = {0: 2097152, 2: 100, 4: 1024, 30: 4096, 83: 8, 84: 8, 85: 2097152, 86: 1048576}


def sysconf(name, /):
    if isinstance(name, str):
        if name not in sysconf_names:
            raise ValueError('unrecognized configuration name')
        name = sysconf_names[name]
    elif not isinstance(name, int):
        raise TypeError('configuration names must be strings or integers')
    name = _frames.c_int(name)
    if name not in _SETTINGS:
        raise OSError(22, 'Invalid argument')
    return _SETTINGS[name]


def _device(number):
    if not isinstance(number, int):
        raise TypeError('an integer is required')
    if number == -1:
        # No device.
        return (1 << 64) - 1
    if number < 0:
        raise OverflowError("can't convert negative int to unsigned")
    if number >> 64:
        raise OverflowError('int too big to convert')
    return number


def _or_none(number, bits):
    return -1 if number == (1 << bits) - 1 else number


def major(device, /):
    device = _device(device)
    return _or_none(device >> 8 & 0xfff | device >> 32 & ~0xfff, 32)


def minor(device, /):
    device = _device(device)
    return _or_none(device & 0xff | device >> 12 & ~0xff & 0xffffffff, 32)


def makedev(major, minor, /):
    major, minor = (number & 0xffffffff if number == (1 << 64) - 1 else number for number in (_device(major), _device(minor)))
    if (major | minor) >> 32:
        raise OverflowError('Python int too large to convert to C unsigned int')
    return _or_none((minor & 0xff | (major & 0xfff) << 8 | (minor & ~0xff) << 12 | (major & ~0xfff) << 32) & (1 << 64) - 1, 64)


def _refuser(name, instead):
    def missing(*args, **kwargs):
        _frames.not_supported(f'os.{name}', *([instead] if instead else []))
    missing.__name__ = missing.__qualname__ = name
    return missing


for _name, _instead in [
        *((name, 'open') for name in 'splice lockf mknod'.split()),
        *((name, 'time.sleep or loop.call_later') for name in (
            'timerfd_create timerfd_gettime timerfd_gettime_ns timerfd_settime timerfd_settime_ns').split()),
        *((name, 'subprocess.Popen') for name in 'forkpty openpty login_tty posix_openpt'.split()),
        *((name, '') for name in (
            'pathconf fpathconf confstr '
            'initgroups setns unshare sched_getparam sched_setparam sched_setscheduler '
            'sched_rr_get_interval grantpt unlockpt ptsname').split())]:
    globals()[_name] = _refuser(_name, _instead)


def getxattr(path, attribute, *, follow_symlinks=True):
    import _attributes
    return _attributes.getxattr(path, attribute, follow_symlinks=follow_symlinks)


def setxattr(path, attribute, value, flags=0, *, follow_symlinks=True):
    import _attributes
    _attributes.setxattr(path, attribute, value, flags, follow_symlinks=follow_symlinks)


def removexattr(path, attribute, *, follow_symlinks=True):
    import _attributes
    _attributes.removexattr(path, attribute, follow_symlinks=follow_symlinks)


def listxattr(path=None, *, follow_symlinks=True):
    import _attributes
    return _attributes.listxattr(path, follow_symlinks=follow_symlinks)


def mkfifo(path, mode=0o666, *, dir_fd=None):
    from _fifos import make
    make(path, mode, dir_fd=dir_fd)


supports_dir_fd.add(mkfifo)


def pipe2(flags, /):
    flags = _frames.c_int(flags)
    if flags & ~(O_CLOEXEC | O_NONBLOCK | O_DIRECT):
        raise OSError(22, 'Invalid argument')
    ends = _os.pipe()
    for end in ends:
        _os.set_inheritable(end, not flags & O_CLOEXEC)
        if flags & O_NONBLOCK:
            _os.set_blocking(end, False)
    return ends


from _frames import native as _native
_native(globals(), 'get_exec_path', 'getenvb')

from _frames import shown_as as _shown_as
_shown_as(globals(), 'os')
