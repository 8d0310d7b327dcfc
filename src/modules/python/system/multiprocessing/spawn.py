"""How processes are started anew: what programs import of it. The starting itself is in `_process`."""
import os
import sys
from multiprocessing import freeze_support, set_executable

__all__ = ['freeze_support', 'set_executable', 'get_executable']
WINEXE = WINSERVICE = False


def get_executable():
    return os.fsencode(sys.executable)


def is_forking(argv):
    """Whether these words start a process of a frozen program."""
    return len(argv) >= 2 and argv[1] == '--multiprocessing-fork'
