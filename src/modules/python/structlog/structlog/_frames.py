"""Who has logged something."""
import sys
import traceback
from io import StringIO

from structlog.contextvars import _ASYNC_CALLING_STACK


def calling_frame(ignored=()):
    """The first frame that is not of logging, and its module."""
    frame = _ASYNC_CALLING_STACK.get(sys._getframe())
    ignored = 'structlog', *ignored
    name = frame.f_globals.get('__name__') or '?'
    while name.startswith(ignored):
        if frame.f_back is None:
            return frame, '?'
        frame = frame.f_back
        name = frame.f_globals.get('__name__') or '?'
    return frame, name


def format_exception(exc_info):
    """A traceback as text."""
    file = StringIO()
    traceback.print_exception(*exc_info, None, file)
    return file.getvalue().removesuffix('\n')


def format_stack(frame):
    """The calls that are under way, as text."""
    file = StringIO()
    file.write('Stack (most recent call last):\n')
    traceback.print_stack(frame, file=file)
    return file.getvalue().removesuffix('\n')


def exc_info_of(given):
    """The type, value and traceback that are meant; None: none are."""
    if isinstance(given, BaseException):
        return type(given), given, given.__traceback__
    if isinstance(given, tuple) and len(given) == 3 and isinstance(given[1], BaseException):
        return given
    found = sys.exc_info() if given else (None, None, None)
    return None if found == (None, None, None) else found
