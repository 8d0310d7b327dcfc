"""Crashes of the interpreter, of which there are none to tell."""
import sys as _sys

_enabled = False


def enable(file=None, all_threads=True):
    global _enabled
    _enabled = True


def disable():
    global _enabled
    before, _enabled = _enabled, False
    return before


def is_enabled():
    return _enabled


def dump_traceback(file=None, all_threads=True):
    """Where the thread that calls stands, the innermost frame first."""
    import threading
    file = _sys.stderr if file is None else file
    file.write(f'Current thread 0x{threading.get_ident():016x} (most recent call first):\n')
    frame = _sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        file.write(f'  File "{code.co_filename}", line {frame.f_lineno} in {code.co_name}\n')
        frame = frame.f_back


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    import _frames
    _frames.not_supported('faulthandler.dump_traceback_later', 'threading.Timer')


def cancel_dump_traceback_later():
    pass


def register(signum, file=None, all_threads=True, chain=False):
    import signal
    signal.signal(signum, lambda number, frame: dump_traceback(file))


def unregister(signum):
    import signal
    return signal.signal(signum, signal.SIG_DFL) is not signal.SIG_DFL
