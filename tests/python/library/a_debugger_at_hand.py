# A program that imports a debugger, and does not call it, runs.
import pdb
from pdb import set_trace as stop_here


def halt_at(value, wanted=None):
    if value == wanted:
        pdb.set_trace()
    return value


print([halt_at(n) for n in range(3)], callable(stop_here), pdb.Pdb.__name__, issubclass(pdb.Restart, Exception))
