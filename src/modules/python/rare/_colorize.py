"""Whether output is coloured, and by which sequences."""
import io
import os
import sys

COLORIZE = True


class ANSIColors:
    BOLD_GREEN, BOLD_MAGENTA, BOLD_RED = '\x1b[1;32m', '\x1b[1;35m', '\x1b[1;31m'
    GREEN, GREY, MAGENTA, RED, RESET, YELLOW = '\x1b[32m', '\x1b[90m', '\x1b[35m', '\x1b[31m', '\x1b[0m', '\x1b[33m'


NoColors = ANSIColors()
for attr in [name for name in dir(NoColors) if not name.startswith('__')]:
    setattr(NoColors, attr, '')


def get_colors(colorize=False):
    return ANSIColors() if colorize or can_colorize() else NoColors


def can_colorize():
    """As the environment wishes, else if standard error is a terminal."""
    heeds = not sys.flags.ignore_environment
    asked = os.environ.get('PYTHON_COLORS') if heeds else None
    if asked in ('0', '1'):
        return asked == '1'
    if heeds and 'NO_COLOR' in os.environ or not COLORIZE:
        return False
    if heeds and 'FORCE_COLOR' in os.environ:
        return True
    if heeds and os.environ.get('TERM') == 'dumb' or not hasattr(sys.stderr, 'fileno'):
        return False
    try:
        return os.isatty(sys.stderr.fileno())
    except io.UnsupportedOperation:
        return sys.stderr.isatty()
