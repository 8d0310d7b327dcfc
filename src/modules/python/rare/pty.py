"""Terminals between programs: this machine has none."""
import os
from _frames import not_supported as _not_supported

__all__ = ['openpty', 'fork', 'spawn']
STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO, CHILD = 0, 1, 2, 0


def openpty():
    """The two ends of a terminal."""
    return os.openpty()


def fork():
    """A copy of the process, at a terminal."""
    return os.forkpty()


def spawn(argv, master_read=None, stdin_read=None):
    """Runs a program at a terminal."""
    _not_supported('pty.spawn', 'subprocess.run')
