"""The system's log: this machine has none that anybody could read, so what is told to it is gone."""
from operator import index as _index

LOG_EMERG, LOG_ALERT, LOG_CRIT, LOG_ERR, LOG_WARNING, LOG_NOTICE, LOG_INFO, LOG_DEBUG = range(8)
LOG_KERN, LOG_USER, LOG_MAIL, LOG_DAEMON, LOG_AUTH, LOG_SYSLOG, LOG_LPR, LOG_NEWS, LOG_UUCP, LOG_CRON, LOG_AUTHPRIV, LOG_FTP = range(0, 96, 8)
LOG_LOCAL0, LOG_LOCAL1, LOG_LOCAL2, LOG_LOCAL3, LOG_LOCAL4, LOG_LOCAL5, LOG_LOCAL6, LOG_LOCAL7 = range(128, 192, 8)
LOG_PID, LOG_CONS, LOG_ODELAY, LOG_NDELAY, LOG_NOWAIT, LOG_PERROR = 1, 2, 4, 8, 16, 32
_mask, _ident, _option = 255, None, 0


def syslog(*args):
    """Logs a message, behind its priority if one is given; with LOG_PERROR it is shown as well."""
    if len(args) not in (1, 2):
        raise TypeError('syslog.syslog requires 1 to 2 arguments')
    priority, message = args if len(args) == 2 else (LOG_INFO, *args)
    if not isinstance(message, str):
        raise TypeError(f'syslog() argument {len(args)} must be str, not {type(message).__name__}')
    if _ident is None:
        openlog()
    if _option & LOG_PERROR and LOG_MASK(priority & 7) & _mask:
        import os
        pid = f'[{os.getpid()}]' if _option & LOG_PID else ''
        os.write(2, f'{_ident}{pid}: {message.removesuffix(chr(10))}\n'.encode())


def openlog(ident=None, logoption=0, facility=LOG_USER):
    """What messages begin with, and where they go."""
    global _ident, _option
    if ident is None:
        import sys
        ident = (sys.argv[0] if sys.argv else '').rpartition('/')[2] or 'python'
    _ident, _option = ident, logoption


def closelog():
    global _ident, _option
    _ident, _option = None, 0


def setlogmask(maskpri, /):
    """Which messages are logged from now on; gives which were before."""
    global _mask
    old, _mask = _mask, maskpri or _mask
    return old


def LOG_MASK(pri, /):
    return 1 << _index(pri)


def LOG_UPTO(pri, /):
    return (1 << _index(pri) + 1) - 1


from _frames import native as _native
_native(globals())
