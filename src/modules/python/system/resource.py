"""The process's limits and what it has used. A limit that is set binds nothing."""
import time as _time
from _struct_sequence import make as _struct_sequence

error = OSError

RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD = 0, -1, 1
RLIM_INFINITY = -1
(RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_DATA, RLIMIT_STACK, RLIMIT_CORE, RLIMIT_RSS, RLIMIT_NPROC, RLIMIT_NOFILE,
 RLIMIT_MEMLOCK, RLIMIT_AS, _, RLIMIT_SIGPENDING, RLIMIT_MSGQUEUE, RLIMIT_NICE, RLIMIT_RTPRIO,
 RLIMIT_RTTIME) = range(16)
RLIMIT_OFILE = RLIMIT_NOFILE
del _

_limits = {
    RLIMIT_STACK: (8 * 1024 * 1024, RLIM_INFINITY), RLIMIT_NOFILE: (1024, 524288), RLIMIT_NPROC: (63459, 63459),
    RLIMIT_MEMLOCK: (8 * 1024 * 1024, 8 * 1024 * 1024), RLIMIT_SIGPENDING: (63459, 63459),
    RLIMIT_MSGQUEUE: (819200, 819200), RLIMIT_NICE: (0, 0), RLIMIT_RTPRIO: (0, 0), RLIMIT_CORE: (0, RLIM_INFINITY),
}
_FIELDS = ('ru_utime', 'ru_stime', 'ru_maxrss', 'ru_ixrss', 'ru_idrss', 'ru_isrss', 'ru_minflt', 'ru_majflt',
           'ru_nswap', 'ru_inblock', 'ru_oublock', 'ru_msgsnd', 'ru_msgrcv', 'ru_nsignals', 'ru_nvcsw', 'ru_nivcsw')

struct_rusage = _struct_sequence('resource.struct_rusage', _FIELDS, 'What has been used.')


def _known(number):
    if not 0 <= number < 16:
        raise ValueError('invalid resource specified')
    return number


def getrlimit(resource, /):
    return _limits.get(_known(resource), (RLIM_INFINITY, RLIM_INFINITY))


def setrlimit(resource, limits, /):
    _known(resource)
    if not isinstance(limits, (tuple, list)) or len(limits) != 2:
        raise ValueError('expected a tuple of 2 integers')
    soft, hard = map(int, limits)
    most = getrlimit(resource)[1]
    if hard != RLIM_INFINITY and (soft == RLIM_INFINITY or soft > hard):
        raise ValueError('current limit exceeds maximum limit')
    if most != RLIM_INFINITY and (hard == RLIM_INFINITY or hard > most):
        raise ValueError('not allowed to raise maximum limit')
    _limits[resource] = (soft, hard)


def prlimit(pid, resource, limits=None, /):
    old = getrlimit(resource)
    if limits is not None:
        setrlimit(resource, limits)
    return old


def getrusage(who, /):
    if who not in (RUSAGE_SELF, RUSAGE_CHILDREN, RUSAGE_THREAD):
        raise ValueError('invalid who parameter')
    own = who != RUSAGE_CHILDREN
    return struct_rusage((_time.process_time() if own else 0.0, 0.0, 24576 if own else 0, *[0] * 13))


def getpagesize():
    return 4096


from _frames import native as _native
_native(globals())
