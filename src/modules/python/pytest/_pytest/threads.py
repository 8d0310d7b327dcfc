"""Exceptions that nobody catches, in threads and where nobody can: told as warnings."""
import sys
import threading

from .sources import warn_within
from .terminal import TRACEMALLOC
from .warning_types import PytestUnhandledThreadExceptionWarning, PytestUnraisableExceptionWarning

_found = []


def _of_thread(args):
    import traceback
    name = '<unknown>' if args.thread is None else args.thread.name
    told = ''.join(traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback))
    _found.append(PytestUnhandledThreadExceptionWarning(f'Exception in thread {name}\n\n{told}\n{TRACEMALLOC}'))


def _unraisable(args):
    import traceback
    message = args.err_msg if args.err_msg is not None else 'Exception ignored in'
    told = ''.join(traceback.format_exception(args.exc_type, args.exc_value, args.exc_traceback))
    _found.append(PytestUnraisableExceptionWarning(f'{message}: {args.object!r}\n\n{told}\n{TRACEMALLOC}'))


def pytest_configure(config):
    before = threading.excepthook, sys.unraisablehook

    def undo():
        threading.excepthook, sys.unraisablehook = before
    threading.excepthook, sys.unraisablehook = _of_thread, _unraisable
    config.add_cleanup(undo)


def _tell():
    while _found:
        found = _found.pop(0)
        if isinstance(found, PytestUnhandledThreadExceptionWarning):
            module, line = 'threadexception', 54
        else:
            module, line = 'unraisableexception', 67
        warn_within(found, module, line, f'    warnings.warn(pytest.{type(found).__name__}(msg))')


def _after(item):
    try:
        return (yield)
    finally:
        if _found:
            _tell()


_after.pytest_impl = {'wrapper': True, 'tryfirst': True}
pytest_runtest_setup = pytest_runtest_call = pytest_runtest_teardown = _after
