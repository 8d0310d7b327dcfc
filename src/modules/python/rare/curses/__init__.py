"""Screens of characters: this machine has no terminal, so taking one fails as it does there."""
import _curses
from _curses import *
import os as _os
import sys as _sys


def initscr():
    """Takes the screen."""
    from _curses import setupterm
    setupterm(term=_os.environ.get('TERM', 'unknown'), fd=_sys.__stdout__.fileno())  #: 29 «setupterm(term=_os.environ.get("TERM", "unknown"),⏎          fd=_sys.__stdout__.fileno())»
    return _curses.initscr()


def start_color():
    return _curses.start_color()  #: 44 retval = «_curses.start_color()»


def wrapper(func, /, *args, **kwds):
    """Calls a function with the screen, and gives it back whatever happens."""
    stdscr = initscr()  #: 73
    try:
        noecho()
        cbreak()
        stdscr.keypad(1)
        start_color()
        return func(stdscr, *args, **kwds)
    finally:
        endwin()
