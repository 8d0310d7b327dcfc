"""Colours for a terminal."""
import os
import sys
from functools import cache

__all__ = ['ATTRIBUTES', 'COLORS', 'HIGHLIGHTS', 'RESET', 'can_colorize', 'colored', 'cprint']

ATTRIBUTES = {'bold': 1, 'dark': 2, 'italic': 3, 'underline': 4, 'blink': 5, 'reverse': 7, 'concealed': 8, 'strike': 9}
_NAMES = 'red green yellow blue magenta cyan'.split()
COLORS = {'black': 30, 'grey': 30, **{name: 31 + n for n, name in enumerate(_NAMES)}, 'light_grey': 37,
          'dark_grey': 90, **{f'light_{name}': 91 + n for n, name in enumerate(_NAMES)}, 'white': 97}
HIGHLIGHTS = {f'on_{name}': code + 10 for name, code in COLORS.items()}
RESET = '\033[0m'


@cache
def can_colorize(*, no_color=None, force_color=None):
    """Whether colours are shown, as far as arguments, the environment and the terminal say."""
    if no_color:
        return False
    if force_color:
        return True
    if os.environ.get('ANSI_COLORS_DISABLED') or os.environ.get('NO_COLOR'):
        return False
    if os.environ.get('FORCE_COLOR'):
        return True
    if os.environ.get('TERM') == 'dumb' or not hasattr(sys.stdout, 'fileno'):
        return False
    try:
        return os.isatty(sys.stdout.fileno())
    except OSError:
        return sys.stdout.isatty()


def _code(color, codes, rgb):
    if isinstance(color, str):
        return f'\033[{codes[color]}m'
    return '\033[%d;2;%d;%d;%dm' % (rgb, *color[:3]) if isinstance(color, tuple) else ''


def colored(text, color=None, on_color=None, attrs=None, *, no_color=None, force_color=None):
    """A text in a colour, on another, with attributes."""
    text = str(text)
    if not can_colorize(no_color=no_color, force_color=force_color):
        return text
    text = _code(on_color, HIGHLIGHTS, 48) + _code(color, COLORS, 38) + text
    for attr in attrs or ():
        text = f'\033[{ATTRIBUTES[attr]}m{text}'
    return text + RESET


def cprint(text, color=None, on_color=None, attrs=None, *, no_color=None, force_color=None, **kwargs):
    """Prints it."""
    print(colored(text, color, on_color, attrs, no_color=no_color, force_color=force_color), **kwargs)
