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
    """Where the threads stand, the innermost frame and the newest thread first."""
    import _frames
    import threading
    file, own = _sys.stderr if file is None else file, threading.get_ident()
    frames = _frames.current_frames()
    frames[own] = _sys._getframe(1)
    blank = ''
    for number in sorted(frames, reverse=True) if all_threads else [own]:
        head = f'{"Current thread" if number == own else "Thread"} 0x{number:016x}' if all_threads else 'Stack'
        file.write(f'{blank}{head} (most recent call first):\n')
        frame, blank = frames[number], '\n' if all_threads else ''
        while frame is not None:
            code = frame.f_code
            # Lines of the library that stand for none of CPython's do not show.
            if not code.co_filename.startswith('<stdlib>') or _frames.source_line(code.co_filename, frame.f_lineno):
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
