"""Signals: their names, their handlers, sending them to the program itself."""
import enum as _enum
import _frames


class Signals(_enum.IntEnum):
    SIGHUP = 1
    SIGINT = 2
    SIGQUIT = 3
    SIGILL = 4
    SIGTRAP = 5
    SIGABRT = 6
    SIGBUS = 7
    SIGFPE = 8
    SIGKILL = 9
    SIGUSR1 = 10
    SIGSEGV = 11
    SIGUSR2 = 12
    SIGPIPE = 13
    SIGALRM = 14
    SIGTERM = 15
    SIGCHLD = 17
    SIGCONT = 18
    SIGSTOP = 19
    SIGTSTP = 20
    SIGWINCH = 28


class Handlers(_enum.IntEnum):
    SIG_DFL = 0
    SIG_IGN = 1


globals().update(Signals.__members__)
globals().update(Handlers.__members__)


default_int_handler = _frames.default_int_handler


def strsignal(signalnum, /):
    names = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 9: 'Killed', 10: 'User defined signal 1', 14: 'Alarm clock',
             15: 'Terminated'}
    return names.get(int(signalnum))


def valid_signals():
    return set(Signals)


_handlers = {2: default_int_handler}
SIG_BLOCK, SIG_UNBLOCK, SIG_SETMASK = 0, 1, 2
ITIMER_REAL, ITIMER_VIRTUAL, ITIMER_PROF = 0, 1, 2
NSIG = 65


def _number(signalnum):
    number = int(signalnum)
    if not 0 < number < NSIG:
        raise ValueError('signal number out of range')
    return number


def _named(handler):
    return Handlers(handler) if isinstance(handler, int) and handler in (0, 1) else handler


def getsignal(signalnum, /):
    """The handler of a signal."""
    return _named(_handlers.get(_number(signalnum), Handlers.SIG_DFL))


def signal(signalnum, handler, /):
    """Sets the handler of a signal; gives the one before."""
    number = int(signalnum)
    if not callable(handler) and handler not in (0, 1):
        raise TypeError('signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object')
    if not _frames.in_main_thread():
        raise ValueError('signal only works in main thread of the main interpreter')
    before = getsignal(_number(number))
    if number in (9, 19):
        raise OSError(22, 'Invalid argument')
    _handlers[number] = handler
    if number == 2:
        # asyncio.run's own handler is replaced as well.
        _frames.forget_runner()
    return before


def _deliver(number):
    """Whether the program has a handler, which has then been called."""
    handler = _handlers.get(number, 0)
    if handler is default_int_handler or handler == 0:
        return False
    if handler != 1:
        import sys
        handler(number, sys._getframe(1))
    return True


def raise_signal(signalnum, /):
    _frames.signal(_number(signalnum))


def alarm(seconds, /):
    """SIGALRM in so many seconds; how many were left of the alarm before."""
    return -int(-_frames.signal(14, int(seconds)) // 1)


def setitimer(which, seconds, interval=0.0, /):
    if interval:
        _frames.not_supported('signal.setitimer with an interval', 'signal.setitimer anew in the handler')
    return _frames.signal(14, float(seconds)), 0.0


def pause():
    """Waits for a signal."""
    _frames.not_supported('signal.pause', 'time.sleep')


def siginterrupt(signalnum, flag, /):
    pass


def set_wakeup_fd(fd, /, *, warn_on_full_buffer=True):
    return -1


def pthread_sigmask(how, mask, /):
    return set()
