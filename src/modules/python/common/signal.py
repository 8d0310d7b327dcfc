"""Signals: their names, their handlers, sending them to the program itself, waiting for them."""
import _thread
import _frames
import _processes
from _frames import c_int
from operator import index


default_int_handler = _frames.default_int_handler
_WORDS = ('Hangup|Interrupt|Quit|Illegal instruction|Trace/breakpoint trap|Aborted|Bus error|Floating point exception|'
          'Killed|User defined signal 1|Segmentation fault|User defined signal 2|Broken pipe|Alarm clock|Terminated|'
          'Stack fault|Child exited|Continued|Stopped (signal)|Stopped|Stopped (tty input)|Stopped (tty output)|'
          'Urgent I/O condition|CPU time limit exceeded|File size limit exceeded|Virtual timer expired|'
          'Profiling timer expired|Window changed|I/O possible|Power failure|Bad system call').split('|')

ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
NSIG = 65


class ItimerError(OSError):
    """A timer cannot be set so."""


ItimerError.__name__ = ItimerError.__qualname__ = 'itimer_error'


def _number(signalnum):  #: -
    number = c_int(signalnum)
    if not 0 < number < NSIG:
        raise ValueError('signal number out of range')
    return number


def _numbers(sigset):  #: -
    """The signals of a set."""
    numbers = set()
    for number in sigset:
        number = index(number)
        if not 0 < number < NSIG:
            raise ValueError(f'signal number {number if -1 << 63 <= number < 1 << 63 else -1} out of range [1; 64]')
        numbers.add(number)
    return numbers


def _int_or(value):
    """`_enum_to_int`"""
    try:
        return int(value)
    except (ValueError, TypeError):
        return value


def strsignal(signalnum, /):  #: -
    number = _number(signalnum)
    if number <= len(_WORDS):
        return _WORDS[number - 1]
    return f'Real-time signal {number - 34}' if number >= 34 else None


def _signal(number):
    from _signal_names import Signals
    return Signals(number) if number in Signals else number


def valid_signals():
    return {_signal(number) for number in range(1, NSIG) if number not in (32, 33)}


# Python itself ignores SIGPIPE and SIGXFSZ.
_handlers = {2: default_int_handler, 13: 1, 25: 1}
# Of all threads: the signals that wait to be let in, and those that came meanwhile.
_blocked, _pending = set(), []
# Who waits until any signal is handled: threads, each with the lock it waits for. Who waits until one of a set comes,
# which they are then given.
_pausing, _waiting = [], []
# The threads that signals were sent to, by the signal's number.
_aimed = {}
_interval = 0.0


def _named(handler):
    if isinstance(handler, int) and handler in (0, 1):
        from _signal_names import Handlers
        return Handlers(handler)
    return handler


def _nothing():
    return None


# What `asyncio.run` has set for SIGINT, while it runs a task: that task, and its handler; nobody is kept by that.
_runner = _nothing, _nothing


def _runner_handler():
    """The handler that cancels the task; the engine does as it would without calling it."""
    global _runner
    task = _frames.interruptible()
    if task is None:
        return None
    known, handler = _runner[0](), _runner[1]()
    if handler is None or task is not known:
        import asyncio
        import functools
        from _weakref import ref
        handler = functools.partial(asyncio.Runner()._on_sigint, main_task=task)
        _runner = ref(task), ref(handler)
    return handler


def getsignal(signalnum):
    """The handler of a signal."""
    handler = _handlers.get(_number(signalnum), 0)  #: 64 handler = «_signal.getsignal(signalnum)»
    if handler is default_int_handler and signalnum == 2:
        return _runner_handler() or handler
    return _named(handler)


def signal(signalnum, handler):
    """Sets the handler of a signal; gives the one before."""
    signalnum, handler = _int_or(signalnum), _int_or(handler)
    number = c_int(signalnum)  #: 58 handler = «_signal.signal(_enum_to_int(signalnum), _enum_to_int(handler))»
    if not _frames.in_main_thread():
        raise ValueError('signal only works in main thread of the main interpreter')  #: 58 handler = «_signal.signal(_enum_to_int(signalnum), _enum_to_int(handler))»
    before = getsignal(_number(number))  #: 58 handler = «_signal.signal(_enum_to_int(signalnum), _enum_to_int(handler))»
    if not callable(handler) and handler not in (0, 1):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')  #: 58 handler = «_signal.signal(_enum_to_int(signalnum), _enum_to_int(handler))»
    if number in (9, 19):
        raise OSError(22, 'Invalid argument')  #: 58 handler = «_signal.signal(_enum_to_int(signalnum), _enum_to_int(handler))»
    _set(number, handler)
    return before


def _set(number, handler):
    _handlers[number] = handler
    if number == 17:
        _processes.heed_children(callable(handler), handler == 1)
    if number == 2:
        # asyncio.run's own handler is replaced as well.
        _frames.forget_runner()
        if handler is not None and handler is _runner[1]():
            _handlers[2] = default_int_handler
            _frames.remember_runner(_runner[0]())


# What `_deliver` gives where the system does what it does by default, in place of Python's own handler.
_BY_SYSTEM = 2


def _frame():
    """Where the program stands; a program that is not Python's has no frame to show."""
    import sys
    try:
        return sys._getframe(1)
    except ValueError:
        return None


def _wakes(number):  #: -
    """Whether one that a thread sends to itself wakes the main thread."""
    by_loop = any(getattr(handler, '__name__', None) == '_sighandler_noop' for handler in _handlers.values())
    pauses = any(thread != _thread._get_main_thread_ident() for thread, *_ in _pausing)
    return by_loop or _wakeup >= 0 or _waiting or pauses or number in _blocked or _handlers.get(number, 0) == 0


def _deliver(number, again):  #: -
    """Whether that is all: the program has a handler, which has then been called, or waits for the signal."""
    if number == 14 and _interval:
        _frames.signal(14, _interval)
    for wait in _waiting:
        if number in wait[0] and wait[2] is None:
            wait[2] = number
            wait[1].release()
            return True
    if number in _blocked:
        if number not in _pending:
            _pending.append(number)
        return True
    handler = _handlers.get(number, 0)
    if _wakeup >= 0 and handler not in (0, 1):
        _write_to_wakeup(number)
    if handler is default_int_handler and number == 2:
        return False
    if handler == 0:
        return _BY_SYSTEM if number == 2 else False
    if handler != 1:
        import sys
        aimed = _aimed.get(number)
        _end_pause(aimed.pop(0) if aimed else _thread._get_main_thread_ident())
        # A loop reads each one from its descriptor.
        if not again or getattr(handler, '__name__', None) == '_sighandler_noop':
            handler(number, _frame())
    return True


def _end_pause(thread):
    """A signal for the whole process goes to the main thread: others go on pausing."""
    for pause in [pause for pause in _pausing if pause[0] == thread]:
        _pausing.remove(pause)
        pause[1].release()


def raise_signal(signalnum, /):  #: -
    number = c_int(signalnum)
    if not 0 <= number < NSIG:
        raise OSError(22, 'Invalid argument')
    if number:
        _frames.signal(number, None)


def pthread_kill(thread_id, signalnum, /):  #: -
    """The main thread runs the handler, whichever is asked."""
    number = c_int(signalnum)
    if not 0 <= number < NSIG:
        raise OSError(22, 'Invalid argument')
    if number:
        _aimed.setdefault(number, []).append(thread_id)
        # For another thread than the main one: that hears of it once it runs.
        _frames.signal(number, *(None,) * (thread_id != _thread._get_main_thread_ident()))


def pidfd_send_signal(pidfd, signalnum, siginfo=None, flags=0, /):  #: -
    if siginfo is not None:
        raise TypeError('siginfo must be None')
    import os
    from _children import process_of
    os.kill(process_of(pidfd), signalnum)


def _left():  #: -
    """The seconds until the alarm, which stays."""
    left = _frames.signal(14, 0.0)
    if left:
        _frames.signal(14, left)
    return left


def alarm(seconds, /):  #: -
    """SIGALRM in so many seconds; how many were left of the alarm before."""
    global _interval
    seconds = c_int(seconds) % 2 ** 32
    _interval = 0.0
    return -int(-_frames.signal(14, seconds) // 1)


def _which(which):  #: -
    """Whether it is the timer of the clock: those of computing time are never set."""
    if c_int(which) not in (0, 1, 2):
        raise ItimerError(22, 'Invalid argument')
    return not which


def setitimer(which, seconds, interval=0.0, /):  #: -
    """SIGALRM in so many seconds and then at each interval; the timer before."""
    global _interval
    which, seconds, interval = c_int(which), _thread._seconds(seconds), _thread._seconds(interval)
    real = _which(which)
    if seconds < 0 or interval < 0:
        raise ItimerError(22, 'Invalid argument')
    if not real:
        if seconds:
            _frames.not_supported('signal timers of computing time', 'signal.ITIMER_REAL')
        return 0.0, 0.0
    before = _frames.signal(14, seconds), _interval
    _interval = interval if seconds else 0.0
    return float(before[0]), before[1]


def getitimer(which, /):  #: -
    return (_left(), _interval) if _which(which) else (0.0, 0.0)


def pause():  #: -
    """Waits until a signal has been handled."""
    lock = _thread._waiter('signal', 'signal.pause')
    _pausing.append((_thread.get_ident(), lock))
    lock.acquire()


def sigpending():
    return {_signal(number) for number in _pending}


def _wait(sigset, timeout=-1):  #: -
    wanted = _numbers(sigset)
    for number in _pending:
        if number in wanted:
            _pending.remove(number)
            return number
    wait = [wanted, _thread._waiter('signal', 'signal.sigwait'), None]
    _waiting.append(wait)
    try:
        wait[1].acquire(True, timeout)
    finally:
        _waiting.remove(wait)
    return wait[2]


def sigwait(sigset):
    """Waits for one of these signals and takes it."""
    return _signal(_wait(sigset))  #: 84 retsig = «_signal.sigwait(sigset)»


def sigtimedwait(sigset, timeout, /):  #: -
    """What came, or None after so many seconds."""
    timeout = _thread._seconds(timeout)
    if timeout < 0:
        raise ValueError('timeout must be non-negative')
    number = _wait(sigset, timeout)
    return None if number is None else _info(number)


def sigwaitinfo(sigset, /):  #: -
    return _info(_wait(sigset))


class struct_siginfo(tuple):
    """What is known of a signal that came."""
    si_signo, si_code, si_errno, si_pid, si_uid, si_status, si_band = (
        property(lambda self, at=at: self[at]) for at in range(7))

    def __repr__(self):
        names = ('si_signo', 'si_code', 'si_errno', 'si_pid', 'si_uid', 'si_status', 'si_band')
        return f'signal.struct_siginfo({", ".join(map("{}={}".format, names, self))})'


def _info(number):
    import os
    return struct_siginfo((number, 0, 0, os.getpid(), os.getuid(), 0, 0))


def siginterrupt(signalnum, flag, /):  #: -
    signalnum, flag = c_int(signalnum), c_int(flag)
    _number(signalnum)


# The descriptor that gets a signal's number as a byte; -1: none.
_wakeup = -1
# Whether it is told when that has no room.
_warns_when_full = True


def _write_to_wakeup(number):
    import os
    try:
        os.write(_wakeup, bytes([number]))
    except OSError as exc:
        if _warns_when_full or not isinstance(exc, BlockingIOError):
            _frames.ignored(exc.with_traceback(None), 'Exception ignored when trying to write to the signal wakeup fd:')


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):  #: -
    """Signals that have handlers are written to it as well; gives the descriptor before."""
    global _wakeup, _warns_when_full
    if not _frames.in_main_thread():
        raise ValueError('set_wakeup_fd only works in main thread of the main interpreter')
    fd = c_int(fd)
    if fd != -1:
        import os
        if os.get_blocking(fd):
            raise ValueError(f'the fd {fd} must be in non-blocking mode')
    before, _wakeup = _wakeup, fd
    _warns_when_full = warn_on_full_buffer
    return before


def pthread_sigmask(how, mask):
    """Which signals are kept waiting; gives those that were."""
    how, before, given = c_int(how), {_signal(number) for number in _blocked}, _numbers(mask)  #: 71 sigs_set = «_signal.pthread_sigmask(how, mask)»
    if how not in (0, 1, 2):
        raise OSError(22, 'Invalid argument')  #: 71 sigs_set = «_signal.pthread_sigmask(how, mask)»
    if how == 2:
        _blocked.clear()
    if how == 1:
        _blocked.difference_update(given)
    else:
        _blocked.update(given - {9, 19})
    come = sorted(number for number in _pending if number not in _blocked)
    _pending[:] = [number for number in _pending if number in _blocked]
    failed = None
    for number in come:
        # A handler that fails keeps none of the others from being called.
        try:
            _frames.signal(number)
        except BaseException as error:
            failed = failed or error
    if failed is not None:
        raise failed
    return before


def _with_names():
    """What the module has, once the names of signals are read."""
    names = globals()
    if 'Signals' not in names:
        from _signal_names import Handlers, Sigmasks, Signals
        for group in Signals, Handlers, Sigmasks:
            names.update(group.__members__, **{group.__name__: group})
    return names


def __getattr__(name):
    # `from signal import *` asks for `__all__` first, and takes what there is then.
    if name == '__all__' or name.startswith('SIG') or name in ('Signals', 'Handlers', 'Sigmasks'):
        names = _with_names()
        if name in names:
            return names[name]
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')


def __dir__():
    return sorted(_with_names())


from _frames import native as _native
_native(globals(), 'signal', 'getsignal', 'valid_signals', 'sigwait', 'pthread_sigmask', 'sigpending')
