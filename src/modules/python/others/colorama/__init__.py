"""Colours of a terminal, as escape sequences."""
from .ansi import Back, Cursor, Fore, Style
from .ansitowin32 import AnsiToWin32
from .initialise import colorama_text, deinit, init, just_fix_windows_console, reinit

__version__ = '0.4.6'
