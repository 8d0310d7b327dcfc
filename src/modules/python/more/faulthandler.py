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
    _show(file, frames, own, all_threads)


def _show(file, frames, own, all_threads=True):
    import _frames
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


# What lets the one that waits go, and what tells that it has ended.
_waiting = None


def dump_traceback_later(timeout, repeat=False, file=None, exit=False):
    """Shows where the threads stand once the time is over, again and again or only once."""
    global _waiting
    import _thread
    timeout = float(timeout)
    if timeout <= 0:
        raise ValueError('timeout must be greater than 0')
    cancel_dump_traceback_later()
    file = _sys.stderr if file is None else file
    cancelled, ended = _thread.allocate_lock(), _thread.allocate_lock()
    _waiting = cancelled, ended
    cancelled.acquire()
    ended.acquire()
    seconds, parts = divmod(round(timeout * 10 ** 6), 10 ** 6)
    head = f'Timeout ({seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}{f".{parts:06}" if parts else ""})!\n'

    def wait():
        import _frames
        import os
        own = _thread.get_ident()
        while not cancelled.acquire(timeout=timeout):
            frames = _frames.current_frames()
            frames.pop(own, None)
            file.write(head)
            _show(file, frames, None)
            file.flush()
            if exit:
                os._exit(1)
            if not repeat:
                break
        ended.release()
    _thread.start_new_thread(wait, ())


def cancel_dump_traceback_later():
    global _waiting
    before, _waiting = _waiting, None
    if before:
        cancelled, ended = before
        cancelled.release()
        ended.acquire()


def register(signum, file=None, all_threads=True, chain=False):
    import signal
    signal.signal(signum, lambda number, frame: dump_traceback(file))


def unregister(signum):
    import signal
    return signal.signal(signum, signal.SIG_DFL) is not signal.SIG_DFL


from _frames import native as _native
_native(globals())
