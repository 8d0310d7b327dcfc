"""Names of signals; handlers can be set, delivery is the run's."""
import enum as _enum


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


def default_int_handler(signalnum, frame, /):
    """What SIGINT does: KeyboardInterrupt."""
    raise KeyboardInterrupt


def strsignal(signalnum, /):
    names = {1: 'Hangup', 2: 'Interrupt', 3: 'Quit', 9: 'Killed', 10: 'User defined signal 1', 14: 'Alarm clock',
             15: 'Terminated'}
    return names.get(int(signalnum))


def valid_signals():
    return set(Signals)


_handlers = {2: default_int_handler}


def getsignal(signalnum, /):
    """The handler of a signal."""
    return _handlers.get(int(signalnum), Handlers.SIG_DFL)


def signal(signalnum, handler, /):
    import _frames
    _frames.not_supported('signal.signal', 'loop.add_signal_handler, or except KeyboardInterrupt')


def alarm(seconds, /):
    import _frames
    _frames.not_supported('signal.alarm', 'loop.call_later')


def raise_signal(signalnum, /):
    import _frames
    _frames.not_supported('signal.raise_signal', 'raise KeyboardInterrupt')
